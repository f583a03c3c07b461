import { api } from "./desk-api.js";
import { byId } from "./desk-dom.js";
import { words } from "./desk-words.js";

/** Connects the log-in form; `onEnter` gets the agent. */
export const connectLogin = (onEnter) => {
  byId("login-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("login-wrong").textContent = "";
    try {
      const { agent, lead } = await api.login(byId("login-name").value, byId("login-password").value);
      byId("login-password").value = "";
      onEnter(agent, lead);
    } catch (error) {
      byId("login-wrong").textContent = words().errors[error.code] ?? words().failed;
    }
  });
};
