/** Whether what this process remembers and what the database holds for it may differ. */
export interface Doubt {
  raise(): void;
  /** Runs `work` if there is doubt, which is gone once it succeeded; not so what was raised meanwhile. */
  resolve(work: () => Promise<void>): Promise<void>;
  /** Runs `work`; doubts when it fails. */
  unless<T>(work: () => Promise<T>): Promise<T>;
}

export function createDoubt(): Doubt {
  let raised = 0;
  let resolved = 0;
  const raise = (): void => {
    raised += 1;
  };
  return {
    raise,
    resolve: async (work) => {
      const upTo = raised;
      if (upTo === resolved) return;
      await work();
      resolved = upTo;
    },
    unless: async (work) => {
      try {
        return await work();
      } catch (error) {
        raise();
        throw error;
      }
    },
  };
}
