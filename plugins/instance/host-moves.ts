import { type DatedRow, defineTable, type FactorReader, type RowOf, text } from "../../src/core/factors";

/** Which host served the types of a range in place of their own, and from when to when. */
export const HOST_MOVES = defineTable("host-moves", ["range", "host", "valid_from"], {
  range: text(),
  host: text(),
  served_by: text(),
});

export type HostMoveRow = RowOf<typeof HOST_MOVES>;

/** A host that served a type for a while. */
export interface HostMove<Host> extends DatedRow {
  readonly host: Host;
}

/** The host of a type on the day of the factors. What is computed with it holds until the type moves. */
export function hostOn<Host>(
  { host, moves }: { readonly host: Host; readonly moves: readonly HostMove<Host>[] },
  factors: FactorReader,
): Host {
  return factors.rowInForce(moves)?.host ?? host;
}
