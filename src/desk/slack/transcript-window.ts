import type { ModalView } from "@slack/web-api";
import type { CaseId } from "../../core/ids.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import { ACTIONS, button } from "./case-actions.ts";
import { type RenderedEntries, renderEntries } from "./render-entries.ts";
import { replyFates } from "./reply-fates.ts";
import { plainText } from "./safe-text.ts";

/** Slack keeps at most so many blocks in a window; a page has fewer. */
function pagesOf(entries: readonly LogEntry[]): readonly RenderedEntries[] {
  const told = { fates: replyFates(entries), shownSeq: 0 };
  const pages: RenderedEntries[] = [];
  for (let left = entries; ; ) {
    const page = renderEntries(left, told);
    if (page === undefined) return pages;
    pages.push(page);
    left = left.filter(({ seq }) => seq > page.to);
  }
}

/** The whole talk as staff may see it, a page at a time; the newest page when none is asked for. */
export function transcriptWindow(id: CaseId, entries: readonly LogEntry[], wanted?: number): ModalView {
  const pages = pagesOf(entries);
  const at = Math.min(Math.max(1, wanted ?? pages.length), Math.max(1, pages.length));
  const blocks = pages[at - 1]?.blocks ?? [{ type: "section", text: plainText("아직 나눈 말이 없어요.") } as const];
  const turns = [
    ...(at > 1 ? [button(ACTIONS.page, "이전", `${id}/${at - 1}`)] : []),
    ...(at < pages.length
      ? [{ ...button(ACTIONS.page, "다음", `${id}/${at + 1}`), action_id: `${ACTIONS.page}_next` }]
      : []),
  ];
  return {
    type: "modal",
    title: plainText("전체 대화"),
    close: plainText("닫기"),
    blocks: [
      { type: "context", elements: [plainText(`${at} / ${Math.max(1, pages.length)}쪽 · 개인정보는 가렸어요.`)] },
      ...blocks,
      ...(turns.length === 0 ? [] : [{ type: "actions", elements: turns } as const]),
    ],
  };
}
