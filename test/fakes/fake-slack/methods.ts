import { deleteMessage, postEphemeral, postMessage, updateMessage } from "./chat-methods.ts";
import {
  conversationHistory,
  conversationInfo,
  conversationMembers,
  conversationReplies,
} from "./conversation-methods.ts";
import { type Method, refused } from "./method.ts";
import { openView, publishView, pushView, updateView } from "./view-methods.ts";

const authTest: Method = (_given, { workspace: { team, app } }) => ({
  ok: true,
  url: `https://${team.domain}.slack.com/`,
  team: team.domain,
  team_id: team.id,
  user: "ansim",
  user_id: app.botUser,
  bot_id: app.botId,
  is_enterprise_install: false,
});

const userInfo: Method = (given, { workspace }) => {
  const user = workspace.users.get(String(given.user));
  if (user === undefined) return refused("user_not_found");
  return {
    ok: true,
    user: {
      id: user.id,
      team_id: workspace.team.id,
      name: user.name,
      real_name: user.name,
      deleted: false,
      is_bot: user.bot === true,
      tz: "Asia/Seoul",
      profile: { real_name: user.name, display_name: user.name, email: user.email },
    },
  };
};

/** The Web API, as far as a desk needs it. Others answer `unknown_method`, as Slack does. */
export const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": authTest,
  "users.info": userInfo,
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": updateMessage,
  "chat.delete": deleteMessage,
  "conversations.info": conversationInfo,
  "conversations.members": conversationMembers,
  "conversations.history": conversationHistory,
  "conversations.replies": conversationReplies,
  "views.open": openView,
  "views.push": pushView,
  "views.update": updateView,
  "views.publish": publishView,
};
