/** Numbers of `dialogs/hand-off/clocks.yaml`, which says what each is for. */
export interface Clocks {
  /** Counted only while the desk is open. */
  readonly deskMinutes: {
    readonly firstReply: number;
    readonly nextReply: number;
    readonly resolve: number;
    readonly agentSilent: number;
    readonly waitReminder: number;
    readonly customerSilent: number;
    readonly proposeClose: number;
  };
  readonly minutes: {
    readonly questionReminder: number;
    readonly questionExpiry: number;
    readonly reOpen: number;
    readonly agentPresent: number;
    readonly supportAnswer: number;
    readonly supportDone: number;
    readonly survey: number;
  };
  readonly estimate: { readonly casesAtLeast: number; readonly casesAtMost: number; readonly withinMinutes: number };
  /** For so long an agent can take a reply back; 0: replies leave at once. */
  readonly undoSeconds: number;
  readonly callBack: { readonly slots: number; readonly leadMinutes: number };
}
