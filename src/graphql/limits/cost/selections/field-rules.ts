import type { FieldNode, GraphQLNamedType } from "graphql";
import type { ResourceCost } from "../../../../core/contract";
import { plainName } from "../../../forms";
import type { DeclaredCosts } from "../schema";
import { OF_INTERVAL, type Weights } from "../weights";
import { type CostBySize, costBySize } from "./cost-by-size";
import { searchesOf } from "./range-searches";

/** What reading a field computes; the names are those of the graph's own types, not of products. */
type Computes = (weights: Weights) => Partial<CostBySize>;

const COMPUTES: Readonly<Record<string, Computes>> = {
  "Footprint.components": () => ({ opened: 1 }),
  "Footprint.dataQuality": ({ gathered }) => ({ opened: 1, perDatedPart: gathered }),
  "Footprint.equivalences": ({ looked }) => ({ each: looked }),
  "Comparison.components": ({ driven }) => ({ perDatedPart: driven }),
  "Comparison.drivers": ({ driven }) => ({ perDatedPart: driven }),
  "Revision.components": ({ driven }) => ({ perDatedPart: driven }),
  "Revision.drivers": ({ driven }) => ({ perDatedPart: driven }),
  "HistoryInterval.drivers": ({ driven }) => ({ perDatedPart: OF_INTERVAL * driven }),
  "Alternative.isRankSettled": ({ ranked }) => ({ perDatedRange: ranked }),
  "Alternative.unsettledWith": ({ ranked }) => ({ perDatedRange: ranked }),
};

export function computedBy(
  node: FieldNode,
  parent: GraphQLNamedType,
  weights: Weights,
  { fields }: DeclaredCosts,
): CostBySize {
  const declared = fields.get(parent.name)?.[node.name.value];
  if (declared !== undefined) return costBySize({ each: costOf(declared, weights) });
  const known = COMPUTES[`${plainName(parent)}.${node.name.value}`];
  if (known !== undefined) return costBySize(known(weights));
  return costBySize(plainName(parent) === "ImpactDifference" ? { ranged: searchesOf(node) } : {});
}

function costOf({ totals, components }: ResourceCost, weights: Weights): number {
  return totals * weights.totals + components.reduce((sum, count) => sum + count, 0) * weights.explained;
}

/** Lists that part a whole: what is computed of their elements together is what is computed of it. */
const PARTITIONS: ReadonlySet<string> = new Set(["Portfolio.byProduct", "Portfolio.byLocality"]);

export function isPartition(parent: GraphQLNamedType, field: string): boolean {
  return PARTITIONS.has(`${plainName(parent)}.${field}`);
}

export function isComponents(parent: GraphQLNamedType, field: string): boolean {
  return `${plainName(parent)}.${field}` === "Footprint.components";
}

/** Lists that are longer over several vintages: what differs between them is listed for each. */
export function isOfEverySpan(parent: GraphQLNamedType, field: string): boolean {
  return `${plainName(parent)}.${field}` === "Component.calculations";
}
