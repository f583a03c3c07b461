import { drawBlocks, make } from "./page-blocks.js";

const LOOK_MS = 700;
const HOME = "home";
const byId = (id) => document.getElementById(id);

const at = { channel: undefined, thread: undefined, modal: undefined, drawn: "" };

const tell = (text) => {
  byId("trouble").textContent = text;
};

const act = async (body) => {
  const answer = await fetch("/page/act", {
    method: "POST",
    body: JSON.stringify({ user: byId("person").value, ...body }),
  });
  tell(answer.ok ? "" : await answer.text());
  await look();
};

const press = (place) => (action, value) => act({ kind: "press", ...place, action, value });

const drawMessage = (message, inThread) => {
  const { ts, channel, thread_ts: thread } = message;
  const place = { channel, ts };
  const open = () => {
    at.thread = thread ?? ts;
    at.drawn = "";
    look();
  };
  return make(
    "li",
    { class: "message" },
    make("span", { class: "who", text: message.name }),
    make("span", { class: "when", text: ` ${new Date(Number(ts) * 1000).toLocaleTimeString()} ${message.edited ? "(edited)" : ""}` }),
    ...(message.blocks ? drawBlocks(message.blocks, press(place)) : [make("div", { class: "text", text: message.text })]),
    inThread ? undefined : make("button", { type: "button", text: message.replies > 0 ? `${message.replies} replies` : "Reply", onClick: open }),
  );
};

const drawModal = (view) => {
  const dialog = byId("modal");
  if (view === undefined) {
    at.modal = undefined;
    if (dialog.open) dialog.close();
    return;
  }
  const name = `${view.id}:${view.hash}`;
  if (at.modal === name) return;
  at.modal = name;
  const form = byId("modal-form");
  form.replaceChildren(
    make("h2", { text: view.content.title?.text }),
    ...drawBlocks(view.content.blocks, press({ view: view.id })),
    make("div", { class: "actions" }, make("button", { text: view.content.submit?.text ?? "OK", class: "primary" })),
  );
  if (!dialog.open) dialog.showModal();
};

const submit = (event) => {
  event.preventDefault();
  const values = Object.fromEntries([...byId("modal-form").querySelectorAll("[data-field]")].map((one) => [one.name, one.value]));
  act({ kind: "submit", view: at.modal?.split(":")[0], values });
};

const drawChannels = (channels) => {
  const names = [...channels.map(({ id, name, archived }) => [id, `# ${name}${archived ? " (archived)" : ""}`]), [HOME, "App Home"]];
  byId("channels").replaceChildren(
    ...names.map(([id, text]) =>
      make("li", {}, make("button", { type: "button", text, "aria-current": String(id === at.channel), onClick: () => go(id) })),
    ),
  );
};

const go = async (channel) => {
  at.channel = channel;
  at.thread = undefined;
  at.drawn = "";
  if (channel === HOME) await act({ kind: "home" });
  else await look();
};

const drawHome = (home) => [
  make("li", {}, ...(home === undefined ? [make("p", { text: "The app has shown nothing here yet." })] : drawBlocks(home.content.blocks, press({ view: home.id })))),
];

const draw = (state) => {
  const text = JSON.stringify(state);
  if (text === at.drawn) return;
  at.drawn = text;
  if (byId("person").length === 0) {
    byId("person").append(...state.people.map(({ id, name }) => make("option", { value: id, text: name })));
    at.channel = state.channels[0].id;
    look();
    return;
  }
  drawChannels(state.channels);
  byId("title").textContent = at.channel === HOME ? "App Home" : `# ${state.channels.find(({ id }) => id === at.channel)?.name}`;
  byId("messages").replaceChildren(...(at.channel === HOME ? drawHome(state.home) : state.messages.map((one) => drawMessage(one, false))));
  byId("thread").hidden = at.thread === undefined;
  byId("replies").replaceChildren(...state.thread.map((one) => drawMessage(one, true)));
  for (const hint of state.hints) tell(hint);
  drawModal(state.modal);
};

const look = async () => {
  const query = new URLSearchParams({ user: byId("person").value, channel: at.channel ?? "", thread: at.thread ?? "" });
  const answer = await fetch(`/page/state?${query}`).catch(() => undefined);
  if (answer === undefined) tell("The fake has ended.");
  else draw(await answer.json());
};

const write = (input, thread) => (event) => {
  event.preventDefault();
  const text = byId(input).value;
  byId(input).value = "";
  const isCommand = text.startsWith("/") && thread() === undefined;
  if (text !== "") act(isCommand ? { kind: "command", channel: at.channel, text } : { kind: "write", channel: at.channel, thread: thread(), text });
};

byId("write").addEventListener("submit", write("words", () => undefined));
byId("reply").addEventListener("submit", write("reply-words", () => at.thread));
byId("modal-form").addEventListener("submit", submit);
byId("person").addEventListener("change", () => {
  at.drawn = "";
  at.channel === HOME ? go(HOME) : look();
});
byId("leave").addEventListener("click", () => {
  at.thread = undefined;
  at.drawn = "";
  look();
});
setInterval(look, LOOK_MS);
look();
