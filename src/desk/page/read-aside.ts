import type { CallBackTicket } from "../../core/call-back-ticket.ts";
import type { Survey, SurveyCount } from "../../core/survey.ts";
import type { Store } from "../../ports/store.ts";

export type AsideStore = Pick<Store, "callBacks" | "surveys" | "countSurveys">;

/** What staff see beside the cases. */
export interface Aside {
  readonly callBacks: readonly CallBackTicket[];
  readonly surveys: { readonly count: SurveyCount; readonly newest: readonly Survey[] };
}

const MAX_CALL_BACKS = 50;
const MAX_SURVEYS = 20;

export async function readAside(store: AsideStore): Promise<Aside> {
  const [callBacks, count, newest] = await Promise.all([
    store.callBacks(MAX_CALL_BACKS),
    store.countSurveys(),
    store.surveys(MAX_SURVEYS),
  ]);
  return { callBacks, surveys: { count, newest } };
}
