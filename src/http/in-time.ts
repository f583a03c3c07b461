/** What `answer` resolves to; false when it does not come in time or fails. */
export function inTime(answer: Promise<boolean>, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), ms);
    void answer
      .catch(() => false)
      .then((is) => {
        clearTimeout(late);
        resolve(is);
      });
  });
}
