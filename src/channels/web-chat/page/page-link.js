const PATIENCE_MS = 1_500;

/**
 * Tells whether the live connection stands. Direct Line connects again by itself and in silence; a worried person should
 * see why no answer comes. A short gap, as when a new chat is started, is not told.
 */
export const watchLink = (tell) => {
  let waiting;
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("open", () => {
        clearTimeout(waiting);
        tell(true);
      });
      this.addEventListener("close", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => tell(false), PATIENCE_MS);
      });
    }
  };
};
