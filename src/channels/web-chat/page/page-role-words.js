const PLACES = ".webchat__stacked-layout__message-row";

/** Web Chat tells screen readers "message" in English in every language, without an option: this puts our word there. */
export const nameMessages = (room, word) => {
  const renew = () => {
    for (const place of room.querySelectorAll(PLACES)) place.setAttribute("aria-roledescription", word());
  };
  const watcher = new MutationObserver(renew);
  watcher.observe(room, { childList: true, subtree: true });
  renew();
  return { renew, end: () => watcher.disconnect() };
};
