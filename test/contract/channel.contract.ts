import { describe } from "vitest";
import { describeBadInput } from "./channel-bad-input.ts";
import { describeConversations } from "./channel-conversations.ts";
import type { ChannelHarness } from "./channel-harness.ts";

/** What every channel must keep, on the whole program with a store in a folder and a real server. */
export function channelContract(harness: ChannelHarness): void {
  describe(`the channel ${harness.name}`, () => {
    describeConversations(harness);
    describeBadInput(harness);
  });
}
