import type { PeriodFields } from "../../core/engine";
import type { PreparedResource } from "../backend";

/** A resource as the graph takes it. */
export function resourceInput({ product, input }: PreparedResource): object {
  return { [product.kind]: input };
}

/** A period as the graph takes it. Dates that were not written to the letter are sent as they were written. */
export function duringOf({ asOf, ...period }: PeriodFields): object {
  return asOf == null ? period : { ...period, asOf: dayText(asOf) };
}

export function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
