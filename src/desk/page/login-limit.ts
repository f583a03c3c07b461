/** Slows down the guessing of passwords. Only failures count, so that staff are not locked out by working. */
export interface LoginLimit {
  isBlocked(from: string): boolean;
  failed(from: string): void;
}

export const LOGIN_WINDOW_MS = 5 * 60_000;
const PER_ADDRESS = 10;
const IN_ALL = 500;

/** `elapsedMs` must only grow. */
export const createLoginLimit = (elapsedMs: () => number): LoginLimit => {
  let failures: readonly { readonly from: string; readonly at: number }[] = [];
  const recent = () => {
    const start = elapsedMs() - LOGIN_WINDOW_MS;
    failures = failures.filter(({ at }) => at > start);
    return failures;
  };
  return {
    isBlocked: (from) => {
      const all = recent();
      return all.length >= IN_ALL || all.filter((failure) => failure.from === from).length >= PER_ADDRESS;
    },
    failed: (from) => {
      failures = [...recent(), { from, at: elapsedMs() }];
    },
  };
};
