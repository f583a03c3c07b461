const TOKEN = "ansim.token";
const LANGUAGE = "ansim.language";

/** Storage can be switched off; the page then works for one visit. */
const read = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

const write = (name, value) => {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Nothing to keep it in.
  }
};

export const rememberedLanguage = () => {
  const language = read(LANGUAGE) ?? (navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en");
  return language === "en" ? "en" : "ko";
};

export const rememberLanguage = (language) => write(LANGUAGE, language);

/** Of the conversation on the page, also where nothing can be kept. */
let current = null;

export const forgetSession = () => write(TOKEN, null);

/** A token for the conversation of the last visit, or for a new one. Throws when the server cannot be reached. */
export const openSession = async (locale) => {
  const old = read(TOKEN);
  const response = await fetch("/web-chat/session", {
    method: "POST",
    headers: { "content-type": "application/json", ...(old === null ? {} : { authorization: `Bearer ${old}` }) },
    body: JSON.stringify({ locale }),
  });
  if (!response.ok) throw new Error(`session: ${response.status}`);
  const session = await response.json();
  write(TOKEN, session.token);
  current = session.token;
  return session;
};

/** The conversation as a text file: its name and its content. Throws when the server cannot be reached. */
export const fetchTranscript = async (locale) => {
  const token = read(TOKEN) ?? current;
  const response = await fetch(`/web-chat/transcript?locale=${locale}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`transcript: ${response.status}`);
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "ansim.txt";
  return { name, content: await response.blob() };
};
