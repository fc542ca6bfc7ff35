import { defineTable, type FactorReader, type RowOf, text } from "../../src/core/factors";

/** Which host served the types of a range in place of their own, and from when to when. */
export const HOST_MOVES = defineTable("host-moves", ["range", "host", "valid_from"], {
  range: text(),
  host: text(),
  served_by: text(),
});

export type HostMoveRow = RowOf<typeof HOST_MOVES>;

/** A host that served a type for a while; null where there is no first or last day. */
export interface HostMove<Host> {
  readonly host: Host;
  readonly from: string | null;
  /** The first day on which it no longer did. */
  readonly to: string | null;
}

/** The host of a type on the day of the factors. What is computed with it holds until the type moves. */
export function hostOn<Host>(
  { host, moves }: { readonly host: Host; readonly moves: readonly HostMove<Host>[] },
  factors: FactorReader,
): Host {
  const { day } = factors;
  const inForce = moves.find(({ from, to }) => (from ?? "") <= day && (to === null || day < to));
  if (inForce !== undefined) {
    factors.restsOn({ since: inForce.from, until: inForce.to });
    return inForce.host;
  }
  const ends = moves.flatMap(({ to }) => (to !== null && to <= day ? [to] : [])).sort();
  const starts = moves.flatMap(({ from }) => (from !== null && from > day ? [from] : [])).sort();
  factors.restsOn({ since: ends.at(-1) ?? null, until: starts[0] ?? null });
  return host;
}
