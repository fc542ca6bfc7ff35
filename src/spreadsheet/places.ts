import { foldName } from "../core/errors";
import type { KnownProduct } from "./products";
import { type ReadCell, wrong } from "./read-value";
import type { SheetField } from "./sheet";

/** The place of a field as a line gives it: as it is written where the graph knows it, or the region of a zone. */
export function placeIn(
  field: SheetField,
  written: string,
  others: readonly string[],
): NonNullable<ReadCell> {
  const choices = field.choices ?? [];
  const place = foldName(written);
  if (choices.some((choice) => foldName(choice) === place)) return { value: written };
  if (field.role === "REGION") {
    const region = choices.find((choice) => place.startsWith(`${foldName(choice)}-`));
    if (region === undefined) return { value: written };
    return {
      value: region,
      note: { code: "REGION_OF_ZONE", message: `${written} lies in ${region}, which is taken.` },
    };
  }
  const within = choices.filter((choice) => foldName(choice).startsWith(`${place}-`));
  if (within.length === 0) return { value: written };
  // Beside the region, the line may name the zone.
  const named = others.find((other) => within.some((zone) => foldName(zone) === foldName(other)));
  if (named !== undefined) return { value: named };
  return wrong("UNKNOWN_ZONE", `${written} is a region: ${field.name} is one of its zones.`, within);
}

/**
 * A product with a region, and a zone that need not be given: a region where the zone would stand says the one thing that is needed.
 */
export function leaveToRegion({ fields }: KnownProduct, input: Record<string, unknown>): void {
  const region = fields.find(({ field }) => field.role === "REGION" && field.required);
  if (region === undefined || region.name in input) return;
  const regions = new Set((region.field.choices ?? []).map(foldName));
  for (const { field, name } of fields) {
    if (field.role !== "ZONE" || field.required || !(name in input)) continue;
    const written = String(input[name]).trim();
    if (!regions.has(foldName(written))) continue;
    input[region.name] = written;
    delete input[name];
  }
}
