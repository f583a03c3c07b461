/** Numbers of `dialogs/hand-off/card.yaml`, which says what each is for. */
export interface CardLimits {
  readonly lastMessages: number;
  readonly letters: number;
  readonly warnMinutes: number;
}
