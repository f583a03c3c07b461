import { z } from "zod";

interface Band {
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
}

/** Bands by the value for which they stand, both ends included; no end means that it goes on. They may not overlap. */
export const bandsSchema = <Value extends string | number>(end: z.ZodType<Value>) =>
  z
    .record(z.string(), z.strictObject({ from: end.exactOptional(), to: end.exactOptional() }))
    .superRefine((bands: Readonly<Record<string, Band>>, context) => {
      for (const [path, message] of faultsOf(Object.entries(bands))) {
        context.addIssue({ code: "custom", path: [path], message });
      }
    });

function* faultsOf(bands: readonly (readonly [string, Band])[]): Generator<readonly [value: string, fault: string]> {
  for (const [place, [value, band]] of bands.entries()) {
    if (band.from === undefined && band.to === undefined) yield [value, "names neither `from` nor `to`"];
    if (!isAtMost(band.from, band.to)) yield [value, `ends (${band.to}) before it begins (${band.from})`];
    for (const [other, { from, to }] of bands.slice(0, place)) {
      if (isAtMost(from, band.to) && isAtMost(band.from, to)) yield [value, `overlaps the band of ${other}`];
    }
  }
}

/** True also where an end is open. */
const isAtMost = (one: string | number | undefined, other: string | number | undefined): boolean =>
  one === undefined || other === undefined || one <= other;
