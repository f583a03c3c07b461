/**
 * What a refusal by Slack means. `again`: certainly not done, try later. `doubt`: it may have been done. `setup`: somebody
 * must change something at Slack first. `message`: Slack does not take this form of it. `gone`: what it belongs to is not
 * there any more.
 */
export type FaultKind = "again" | "doubt" | "setup" | "message" | "gone";

/** The words of Slack's own documentation for `error`. */
const KINDS: Readonly<Record<FaultKind, readonly string[]>> = {
  again: [
    "ratelimited",
    "rate_limited",
    "message_limit_exceeded",
    "service_unavailable",
    "team_added_to_org",
    "request_timeout",
    "accesslimited",
  ],
  // Slack: "It's possible some aspect of the operation succeeded before the error was raised."
  doubt: ["fatal_error", "internal_error"],
  setup: [
    "access_denied",
    "account_inactive",
    "as_user_not_supported",
    "channel_not_found",
    "ekm_access_denied",
    "enterprise_is_restricted",
    "invalid_auth",
    "is_archived",
    "is_inactive",
    "method_deprecated",
    "missing_scope",
    "no_permission",
    "not_allowed_token_type",
    "not_authed",
    "not_in_channel",
    "org_login_required",
    "posting_to_general_channel_denied",
    "restricted_action",
    "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel",
    "restricted_action_thread_locked",
    "restricted_action_thread_only_channel",
    "team_access_not_granted",
    "team_not_found",
    "token_expired",
    "token_revoked",
    "two_factor_setup_required",
  ],
  message: [
    "attachment_payload_limit_exceeded",
    "invalid_arguments",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "markdown_text_conflict",
    "metadata_too_large",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
    "too_many_attachments",
  ],
  gone: [
    "cannot_reply_to_message",
    "cant_update_message",
    "edit_window_closed",
    "message_not_found",
    "thread_not_found",
  ],
};

const BY_WORD: ReadonlyMap<string, FaultKind> = new Map(
  (["again", "doubt", "setup", "message", "gone"] as const).flatMap((kind) =>
    KINDS[kind].map((word) => [word, kind] as const),
  ),
);

/** A word that Slack invents tomorrow counts as something that a person must look at: nothing is posted twice or lost by it. */
export const faultOf = (word: string): FaultKind => BY_WORD.get(word) ?? "setup";

/** A token or secret that was never right, as opposed to one that was taken away while customers wait. */
export const isWrongToken = (word: string): boolean =>
  ["invalid_auth", "not_authed", "not_allowed_token_type"].includes(word);
