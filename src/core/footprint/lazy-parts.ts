import type { Range } from "../formulas";
import { NO_PARTS, type Parts } from "./component";
import type { Impact } from "./impact";
import { ScaledImpact, SummedImpact } from "./lazy-impact";

/** Parts times a number, by criterion when they are read. */
export function scaledParts({ manufacturing, usage, operational }: Parts, n: Range): Parts {
  return {
    manufacturing: new ScaledImpact(manufacturing, n),
    usage: new ScaledImpact(usage, n),
    operational: {
      manufacturing: new ScaledImpact(operational.manufacturing, n),
      use: new ScaledImpact(operational.use, n),
    },
  };
}

/** Parts added, by criterion when they are read. */
export function summedParts(addends: readonly { readonly parts: Parts }[]): Parts {
  if (addends.length === 0) return NO_PARTS;
  const sum = (pick: (parts: Parts) => Impact): Impact =>
    new SummedImpact(addends.map(({ parts }) => pick(parts)));
  return {
    manufacturing: sum((parts) => parts.manufacturing),
    usage: sum((parts) => parts.usage),
    operational: {
      manufacturing: sum((parts) => parts.operational.manufacturing),
      use: sum((parts) => parts.operational.use),
    },
  };
}
