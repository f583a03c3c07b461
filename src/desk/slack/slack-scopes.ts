/** Every method of Slack's that the desk calls, with the bot's rights that it needs; `slack/manifest.yaml` asks for just these. */
export const METHOD_SCOPES = {
  "auth.test": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history"],
  "conversations.replies": ["channels:history", "groups:history"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.update": [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SlackMethod = keyof typeof METHOD_SCOPES;

/** Every event that the desk listens to, with the rights without which Slack does not send it. */
export const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
};

/** The slash command, with its right. */
export const COMMAND = "/ansim";
export const COMMAND_SCOPES: readonly string[] = ["commands"];
