/** What one channel behind the Azure Bot Service can show. */
export interface FarChannel {
  /** Longest text in UTF-16 units. */
  readonly textLength: number;
  /** Suggested actions under a message; 0 where they are dropped, and the choices stand in the text. */
  readonly buttons: number;
  /** Longest label of one of them. */
  readonly label: number;
}

const PAGE: FarChannel = { textLength: 12_000, buttons: 20, label: 100 };
const UNKNOWN: FarChannel = { textLength: 2_000, buttons: 0, label: 0 };

/** By channel id, from the channels' own documents; what is not here gets plain text of a length that fits all. */
const KNOWN: Readonly<Record<string, FarChannel>> = {
  webchat: PAGE,
  directline: PAGE,
  emulator: PAGE,
  msteams: { textLength: 12_000, buttons: 6, label: 60 },
  telegram: { textLength: 4_096, buttons: 20, label: 60 },
  facebook: { textLength: 2_000, buttons: 10, label: 20 },
  line: { textLength: 2_000, buttons: 10, label: 20 },
  email: { textLength: 12_000, buttons: 0, label: 0 },
  sms: { textLength: 1_600, buttons: 0, label: 0 },
};

export const farChannel = (channelId: string): FarChannel =>
  Object.hasOwn(KNOWN, channelId) ? (KNOWN[channelId] ?? UNKNOWN) : UNKNOWN;
