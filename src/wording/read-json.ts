const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The parsed body, or undefined when it is not JSON in UTF-8. */
export const readJson = (body: Buffer): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(utf8.decode(body)) };
  } catch {
    return undefined;
  }
};
