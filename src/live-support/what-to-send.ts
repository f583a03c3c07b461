import type { CallBackTicket } from "../core/call-back-ticket.ts";
import type { ViewCase } from "../ports/desk-view.ts";
import type { SupportParcel } from "../ports/live-support.ts";
import type { Store } from "../ports/store.ts";
import { type Dossier, dossierOf } from "./dossier.ts";

export interface LookUp {
  readonly store: Pick<Store, "conversation" | "callBackOf">;
  readonly viewCase: ViewCase;
}

/** A parcel with its words, as the store has them now. `moot`: nobody needs to be told any more. `gone`: it is erased. */
export type ToSend =
  | { readonly kind: "initiate"; readonly dossier: Dossier }
  | { readonly kind: "withdraw"; readonly overdue: boolean }
  | { readonly kind: "call-back"; readonly ticket: CallBackTicket }
  | { readonly kind: "moot" }
  | { readonly kind: "gone" };

/**
 * The outbox holds names only, so what is sent is what is true now: a case that came back to the desk meanwhile, or was
 * accepted after an attempt that seemed lost, is not passed on again.
 */
export async function whatToSend({ post }: SupportParcel, { store, viewCase }: LookUp): Promise<ToSend> {
  if (post.kind === "call-back") {
    const ticket = await store.callBackOf(post.case);
    return ticket === undefined ? { kind: "gone" } : { kind: "call-back", ticket };
  }
  const view = await viewCase(post.case);
  if (view === undefined) return { kind: "gone" };
  const { support, conversation } = view.case;
  const isThis = support?.id === post.support;
  if (post.kind === "withdraw") return { kind: "withdraw", overdue: isThis && support.state === "overdue" };
  if (!isThis || support.state !== "sent") return { kind: "moot" };
  const channel = (await store.conversation(conversation))?.channel ?? "";
  return { kind: "initiate", dossier: dossierOf(view, channel) };
}
