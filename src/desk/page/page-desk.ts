import type { Agent } from "../../core/activity.ts";
import type { DeskNews } from "../../ports/delivery.ts";
import type { Desk } from "../../ports/desk.ts";
import type { Socket, SocketRoute } from "../../ports/web.ts";
import type { AgentSession, AgentSessions } from "./agent-session.ts";

const LOGIN_REQUIRED = 4401;
const TRY_AGAIN = 1013;

/** The desk and the road on which its news reach the open pages. */
export interface PageDeskNews {
  readonly desk: Desk;
  readonly live: SocketRoute;
  /** Shows news to the pages that are open here. */
  show(news: DeskNews): void;
  /** Staff with a page open here, each once. */
  here(): readonly Agent[];
  /** News may have been missed: every page connects anew and looks. */
  lookAgain(): void;
}

/** News are only hints to look again, so a page that was away misses nothing: it looks when it returns. */
export const createPageDeskNews = (sessions: AgentSessions): PageDeskNews => {
  const open = new Map<Socket, AgentSession>();

  const send = (socket: Socket, session: AgentSession, text: string): void => {
    if (sessions.isOver(session)) socket.close(LOGIN_REQUIRED, "please log in again");
    else socket.send(text);
  };

  const show = (news: DeskNews): void => {
    for (const [socket, session] of open) {
      if (news.kind === "refused" && news.agent !== session.agent.id) continue;
      send(socket, session, JSON.stringify(news));
    }
  };

  return {
    desk: {
      id: "page",
      reach: { inDoubt: { kind: "repeat" }, budget: { perSecond: 10_000, burst: 10_000, atOnce: 64 } },
      send: async ({ news }) => {
        show(news);
        return { kind: "sent" };
      },
    },
    show,
    here: () => [...new Map([...open.values()].map(({ agent }) => [agent.id, agent])).values()],
    lookAgain: () => {
      for (const socket of open.keys()) socket.close(TRY_AGAIN, "please connect again");
    },
    live: {
      path: "/desk/api/live",
      open: (request, socket) => {
        const session = sessions.read(request);
        if (session === undefined) {
          socket.close(LOGIN_REQUIRED, "please log in");
          return;
        }
        open.set(socket, session);
        socket.onClose(() => open.delete(socket));
      },
    },
  };
};
