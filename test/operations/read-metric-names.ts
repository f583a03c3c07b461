/** Names of series and the values of their labels, as a page of metrics exposes them. */
export interface Exposed {
  readonly names: ReadonlySet<string>;
  /** As `name{label="value"}`. */
  readonly labelled: ReadonlySet<string>;
}

export function readExposed(page: string): Exposed {
  const lines = page.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const names = lines.map((line) => line.split(/[{ ]/, 1)[0] ?? "");
  const labelled = lines.flatMap((line) => {
    const name = line.split(/[{ ]/, 1)[0];
    return [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, value]) => `${name}{${label}="${value}"}`);
  });
  // Series with labels of their own appear with their first value; the page names them before.
  const announced = [...page.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = "", kind]) =>
    kind === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  );
  return { names: new Set([...names, ...announced]), labelled: new Set(labelled) };
}

export interface Used {
  readonly names: readonly string[];
  /** Exact matchers only, as `name{label="value"}`. */
  readonly labelled: readonly string[];
}

/** What a PromQL expression uses. */
export function readUsed(expression: string): Used {
  const names = [...expression.matchAll(/\b(?:ansim|nodejs|process)_\w+/g)].map(([name]) => name);
  const labelled = [...expression.matchAll(/\b(\w+)\{([^}]*)\}/g)].flatMap(([, name, matchers = ""]) =>
    [...matchers.matchAll(/(\w+)(=~|!=|=)"([^"]*)"/g)]
      .filter(([, label]) => label !== "job")
      .flatMap(([, label, kind, value = ""]) =>
        (kind === "=~" ? value.split("|") : [value]).map((one) => `${name}{${label}="${one}"}`),
      ),
  );
  return { names, labelled };
}
