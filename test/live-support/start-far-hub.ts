import { startFarServer } from "../fakes/far-server.ts";
import { noFaults } from "../fakes/fault-plan.ts";
import type { FarSupport, TakenPost } from "./far-support.ts";

/** A hub behind a connector, which posts whatever comes as often as it comes. */
export async function startFarHub(): Promise<FarSupport> {
  const faults = noFaults();
  const taken: TakenPost[] = [];
  let calls = 0;
  let refusal: number | undefined;
  const far = await startFarServer({
    faults,
    seen: () => {
      calls += 1;
    },
    answer: ({ body, path }) => {
      if (refusal !== undefined) return { status: refusal };
      const activity = JSON.parse(body) as { type: string; name?: string; conversation: { id: string } };
      if (path !== `/v3/conversations/${encodeURIComponent(activity.conversation.id)}/activities`) {
        return { status: 404 };
      }
      const kind = activity.type === "event" && activity.name === "handoff.initiate" ? "initiate" : "withdraw";
      taken.push({ support: activity.conversation.id, kind, body });
      return { status: 200, body: { id: `far-${taken.length}` } };
    },
  });
  return {
    name: "hub",
    settings: { LIVE_SUPPORT_HUB_URL: far.address, BOT_FRAMEWORK_DEVELOPMENT: "yes" },
    repeats: false,
    fail: faults.first,
    refuse: (status) => {
      refusal = status;
    },
    taken: () => taken,
    calls: () => calls,
    report: async (address, support, state, message) => {
      const event = {
        type: "event",
        name: "handoff.status",
        serviceUrl: far.address,
        channelId: "hub",
        from: { id: "hub" },
        conversation: { id: support },
        value: { state, ...(message && { message }) },
      };
      const headers = { "content-type": "application/json" };
      return (await fetch(`${address}/api/messages`, { method: "POST", headers, body: JSON.stringify(event) })).status;
    },
    close: far.stop,
  };
}
