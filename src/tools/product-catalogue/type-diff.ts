import { instanceTypesOf, type OfferedType } from "./inventory";
import type { CatalogueProduct } from "./product";

/** An Instance type as the graph knows it. */
export interface KnownType {
  readonly name: string;
  readonly vcpu: number;
  /** Memory [GiB]. */
  readonly ramGib: number;
  /** Zones where it is offered; empty for a type that is offered no more. */
  readonly zones: readonly string[];
}

/** A type that both know, and one thing in which they differ. */
export interface TypeDifference {
  readonly type: string;
  readonly field: "vcpu" | "ramGib" | "zones";
  readonly graph: string;
  readonly catalogue: string;
}

export interface TypeDiff {
  /** In the catalogue, unknown to the graph. */
  readonly added: readonly OfferedType[];
  /** Offered according to the graph, not in the catalogue. */
  readonly vanished: readonly KnownType[];
  readonly changed: readonly TypeDifference[];
}

/** Memory is given in whole bytes and in rounded GiB [GiB]. */
const RAM_TOLERANCE_GIB = 0.01;

export function diffTypes(products: readonly CatalogueProduct[], known: readonly KnownType[]): TypeDiff {
  const offered = instanceTypesOf(products);
  const knownNames = new Set(known.map(({ name }) => name));
  return {
    added: [...offered.values()].filter(({ name }) => !knownNames.has(name)).sort(byName),
    vanished: known.filter(({ name, zones }) => zones.length > 0 && !offered.has(name)).sort(byName),
    changed: [...known].sort(byName).flatMap((type) => differences(type, offered.get(type.name))),
  };
}

function differences(known: KnownType, offered: OfferedType | undefined): TypeDifference[] {
  if (offered === undefined) return [];
  const found: TypeDifference[] = [];
  const note = (field: TypeDifference["field"], graph: string, catalogue: string): void => {
    found.push({ type: known.name, field, graph, catalogue });
  };
  if (offered.vcpus.some((count) => count !== known.vcpu)) {
    note("vcpu", String(known.vcpu), offered.vcpus.join(" or "));
  }
  if (offered.ramGibs.some((gib) => Math.abs(gib - known.ramGib) > RAM_TOLERANCE_GIB)) {
    note("ramGib", String(known.ramGib), offered.ramGibs.join(" or "));
  }
  const onlyKnown = known.zones.filter((zone) => !offered.zones.includes(zone));
  const onlyOffered = offered.zones.filter((zone) => !known.zones.includes(zone));
  if (onlyKnown.length + onlyOffered.length > 0) note("zones", only(onlyKnown), only(onlyOffered));
  return found;
}

/** Zones that only one of the two has. */
function only(zones: readonly string[]): string {
  return zones.length === 0 ? "none besides" : `also ${zones.join(", ")}`;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}
