import type { DeskNumbers } from "../../core/desk-numbers.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Desk } from "../../ports/desk.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { SwitchDesk } from "../../ports/switch-desk.ts";
import type { Mounted } from "../../ports/web.ts";
import { createAgentSessions } from "./agent-session.ts";
import { caseRoutes } from "./case-routes.ts";
import { deskFiles } from "./desk-files.ts";
import { createLoginLimit } from "./login-limit.ts";
import { loginRoutes } from "./login-routes.ts";
import { createPageDeskNews } from "./page-desk.ts";
import { presenceRoutes } from "./presence-routes.ts";
import type { AsideStore } from "./read-aside.ts";
import { type LabelChoice, reviewRoutes } from "./review-routes.ts";
import { switchRoutes } from "./switch-routes.ts";

export interface PageDeskOptions {
  readonly store: AsideStore &
    Pick<
      Store,
      | "case"
      | "cases"
      | "conversation"
      | "countUndelivered"
      | "onNews"
      | "reviews"
      | "review"
      | "presences"
      | "setPresence"
    >;
  /** What a sentence can mean, in the order of the list. */
  readonly labels: readonly LabelChoice[];
  readonly intake: Intake;
  readonly viewCase: ViewCase;
  readonly switches: SwitchDesk;
  /** How a case stands to its deadlines; not told when absent. */
  readonly urgencyOf?: DeskNumbers["urgencyOf"];
  /** Shared by all staff; each of them adds a name. */
  readonly password: string;
  /** Of leads, who may take cases over; nobody is one when absent. */
  readonly leadPassword?: string;
  /** Signs session cookies; at least 32 bytes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly log: Log;
  /** The project's folder. */
  readonly root: string;
  /** Milliseconds since some moment, for limits; must only grow. */
  readonly elapsedMs?: () => number;
}

export interface PageDesk extends Mounted {
  readonly desk: Desk;
}

/** The embedded desk: a web page for staff. */
export const createPageDesk = async (options: PageDeskOptions): Promise<PageDesk> => {
  const { store, labels, password, leadPassword, clock, log } = options;
  const sessions = createAgentSessions(options.key, clock);
  const limit = createLoginLimit(options.elapsedMs ?? (() => performance.now()));
  const { desk, live, show, here, lookAgain } = createPageDeskNews(sessions);
  store.onNews((news) => {
    if (news.kind === "desk") show(news.news);
    if (news.kind === "missed") lookAgain();
  });
  return {
    desk,
    routes: [
      ...loginRoutes({ sessions, limit, password, log, ...(leadPassword === undefined ? {} : { leadPassword }) }),
      ...caseRoutes({ ...options, sessions, here }),
      ...presenceRoutes({ store, sessions, log }),
      ...reviewRoutes({ store, labels, sessions, log }),
      ...switchRoutes({ switches: options.switches, sessions, log }),
    ],
    sockets: [live],
    files: await deskFiles(options.root),
  };
};
