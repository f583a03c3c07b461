// An echo bot of the Microsoft 365 Agents SDK without credentials, as its samples have it.
import hosting from "@microsoft/agents-hosting";
import { serve } from "./on-node-http.mjs";

const { CloudAdapter } = hosting;
const adapter = new CloudAdapter({});
serve((request, response) => {
  request.user = { name: "anonymous" };
  return adapter.process(request, response, async (context) => {
    if (context.activity.type === "message") await context.sendActivity(`Echo: ${context.activity.text}`);
  });
});
