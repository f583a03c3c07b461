/** An answer of the desk's server other than yes; `code` is one of its refusals, or "OFFLINE". */
export class DeskError extends Error {
  constructor(status, code) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

const call = async (method, path, body) => {
  let response;
  try {
    response = await fetch(`/desk/api/${path}`, {
      method,
      headers: { "x-ansim-desk": "1", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new DeskError(0, "OFFLINE");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new DeskError(response.status, answer.error?.code ?? "FAILED");
  return answer;
};

/** `crypto.randomUUID` is missing on plain http addresses other than localhost. */
const newActId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Ids of acts without an answer yet: trying the same again must not say it to the customer twice. */
const unanswered = new Map();

const sendAct = async (caseId, act) => {
  const key = `${caseId} ${JSON.stringify(act)}`;
  const id = unanswered.get(key) ?? newActId();
  unanswered.set(key, id);
  const answer = await call("POST", `cases/${encodeURIComponent(caseId)}/acts`, { id, act });
  unanswered.delete(key);
  return answer;
};

export const api = {
  me: () => call("GET", "me"),
  login: (name, password) => call("POST", "login", { name, password }),
  logout: () => call("POST", "logout"),
  cases: () => call("GET", "cases"),
  colleagues: () => call("GET", "colleagues"),
  view: (id) => call("GET", `cases/${encodeURIComponent(id)}`),
  act: sendAct,
  presence: () => call("GET", "presence"),
  setPresence: (away) => call("POST", "presence", { away }),
  labels: () => call("GET", "labels"),
  reviews: () => call("GET", "reviews"),
  switches: () => call("GET", "switches"),
  turnSwitch: (wish) => call("POST", "switches", wish),
  review: (id, act) => call("POST", `reviews/${encodeURIComponent(id)}`, act),
};

const SLOWEST_MS = 15_000;

/** Keeps a socket for news open until `stop` is called; tells when it opens and when it is lost. */
export const listen = ({ onNews, onOpen, onLost }) => {
  let socket;
  let attempts = 0;
  let stopped = false;
  const connect = () => {
    if (stopped) return;
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/desk/api/live`);
    socket.onopen = () => {
      attempts = 0;
      onOpen();
    };
    socket.onmessage = (message) => onNews(JSON.parse(message.data));
    socket.onclose = ({ code }) => {
      if (stopped) return;
      attempts += 1;
      onLost(code);
      setTimeout(connect, Math.min(SLOWEST_MS, 500 * 2 ** attempts));
    };
  };
  connect();
  return () => {
    stopped = true;
    socket?.close();
  };
};
