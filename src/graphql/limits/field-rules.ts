import { type FieldNode, type GraphQLNamedType, Kind } from "graphql";
import { type Form, formOf } from "./form";
import { plainName } from "./plain-name";
import type { Weights } from "./weights";

/** What reading a field computes beside showing it; the names are those of the graph's own types, no product's. */
type Computes = (weights: Weights) => Partial<Form>;

const COMPUTES: Readonly<Record<string, Computes>> = {
  "Footprint.components": () => ({ opened: 1 }),
  "Footprint.dataQuality": ({ gathered }) => ({ opened: 1, perPart: gathered }),
  "Footprint.equivalences": ({ looked }) => ({ each: looked }),
  "Comparison.components": ({ driven }) => ({ perDatedPart: driven }),
  "Comparison.drivers": ({ driven }) => ({ perDatedPart: driven }),
  "Revision.components": ({ driven }) => ({ perDatedPart: driven }),
  "Revision.drivers": ({ driven }) => ({ perDatedPart: driven }),
  "Alternative.isRankSettled": ({ ranked }) => ({ perDatedRange: ranked }),
  "Alternative.unsettledWith": ({ ranked }) => ({ perDatedRange: ranked }),
  "ImpactDifference.isSettled": () => ({ ranged: 1 }),
  "ImpactDifference.notes": () => ({ ranged: 1 }),
  "ImpactDifference.uncertainFactors": () => ({ ranged: 1 }),
};

/** Final energy has the fewest factors to itself: how far both sides share them is searched for the longest. */
const OF_ENERGY = 3;

export function computedBy(node: FieldNode, parent: GraphQLNamedType, weights: Weights): Form {
  const known = COMPUTES[`${plainName(parent)}.${node.name.value}`];
  if (known !== undefined) return formOf(known(weights));
  // The ends of a difference are searched for, its expected value is not.
  if (plainName(parent) === "ImpactDifference" && asksForEnd(node))
    return formOf({ ranged: node.name.value === "kwhFinalEnergy" ? OF_ENERGY : 1 });
  return formOf({});
}

function asksForEnd({ arguments: given = [] }: FieldNode): boolean {
  const bound = given.find(({ name }) => name.value === "bound")?.value;
  return bound !== undefined && !(bound.kind === Kind.ENUM && bound.value === "EXPECTED");
}

/** Lists that part a whole: what is computed of their elements together is what is computed of it. */
const PARTITIONS: ReadonlySet<string> = new Set(["Portfolio.byProduct", "Portfolio.byLocality"]);

export function isPartition(parent: GraphQLNamedType, field: string): boolean {
  return PARTITIONS.has(`${plainName(parent)}.${field}`);
}

export function isComponents(parent: GraphQLNamedType, field: string): boolean {
  return `${plainName(parent)}.${field}` === "Footprint.components";
}
