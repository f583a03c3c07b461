// An echo bot of botbuilder without credentials, as its samples have it.
import botbuilder from "botbuilder";
import { serve } from "./on-node-http.mjs";

const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = botbuilder;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
serve((request, response) =>
  adapter.process(request, response, async (context) => {
    if (context.activity.type === "message") await context.sendActivity(`Echo: ${context.activity.text}`);
  }),
);
