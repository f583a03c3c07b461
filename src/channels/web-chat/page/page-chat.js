import { LOOK } from "./page-look.js";
import { createMarkdown } from "./page-markdown.js";
import { createResend } from "./page-resend.js";
import { nameMessages } from "./page-role-words.js";
import { webChatWords } from "./page-web-chat-words.js";
import { LOCALES, WORDS } from "./page-words.js";

const MAX_CHARACTERS = 10_000;

/** An element as Web Chat's own React makes it; the library does not hand out its maker. */
const wrap = (element, className, label) => ({
  ...element,
  type: "div",
  key: null,
  ref: null,
  props: {
    className,
    children: [
      { ...element, type: "p", key: "who", ref: null, props: { className: "who", children: label } },
      { ...element, key: "what" },
    ],
  },
});

/** Words of a human agent carry the agent's name and a colour of their own. */
const nameAgents =
  (words) =>
  () =>
  (next) =>
  (...asked) => {
    const render = next(...asked);
    const from = asked[0]?.activity?.from;
    if (!render || from?.id !== "agent") return render;
    return (...given) => {
      const element = render(...given);
      return element ? wrap(element, "from-agent", words.agent(from.name ?? "")) : element;
    };
  };

/** A text that is too long stays in the box, with a word about it. */
const keepShort =
  (words) =>
  ({ dispatch }) =>
  (next) =>
  (action) => {
    const text = action.type === "WEB_CHAT/SEND_MESSAGE" ? action.payload.text : "";
    if (text.length <= MAX_CHARACTERS || [...text].length <= MAX_CHARACTERS) {
      if (text !== "") dispatch({ type: "WEB_CHAT/DISMISS_NOTIFICATION", payload: { id: "too-long" } });
      return next(action);
    }
    // After Web Chat has emptied the box.
    setTimeout(() => dispatch({ type: "WEB_CHAT/SET_SEND_BOX", payload: { text } }));
    const note = { id: "too-long", level: "error", message: words().tooLong };
    return dispatch({ type: "WEB_CHAT/SET_NOTIFICATION", payload: note });
  };

const ONLINE = 2;
const EXPIRED = 3;

/** Opens the conversation of a session in `room`. `onEnd` is called once when it cannot go on with this token. */
export const openChat = (room, session, language, on) => {
  let now = language;
  let online = false;
  const markdown = createMarkdown();
  const resend = createResend();
  const store = window.WebChat.createStore(
    {},
    keepShort(() => WORDS[now]),
    resend.middleware,
  );
  const directLine = resend.wire(
    window.WebChat.createDirectLine({
      token: session.token,
      domain: `${location.origin}/v3/directline`,
      webSocket: true,
      conversationStartProperties: { locale: LOCALES[language] },
    }),
  );
  const watching = directLine.connectionStatus$.subscribe((status) => {
    online = status === ONLINE;
    if (online) on.online();
    if (status < EXPIRED) return;
    queueMicrotask(() => watching.unsubscribe());
    on.end();
  });
  const show = () =>
    window.WebChat.renderWebChat(
      {
        activityMiddleware: nameAgents(WORDS[now]),
        directLine,
        locale: LOCALES[now],
        nonce: document.body.dataset.styleNonce,
        overrideLocalizedStrings: webChatWords(now),
        renderMarkdown: (text) => markdown.render(text, { newWindow: WORDS[now].newWindow }),
        store,
        styleOptions: LOOK,
        userID: session.userId,
      },
      room,
    );
  show();
  const names = nameMessages(room, () => WORDS[now].message);
  return {
    isOnline: () => online,
    say: (text) => store.dispatch({ type: "WEB_CHAT/SEND_MESSAGE", payload: { text, method: "keyboard" } }),
    speak: (other) => {
      now = other;
      show();
      names.renew();
    },
    close: () => {
      watching.unsubscribe();
      names.end();
      directLine.end();
    },
  };
};
