import { type FieldNode, Kind, type ValueNode } from "graphql";
import { CRITERIA } from "../../../../core/footprint";

/** How hard the ends of a difference are to find, by the field of a criterion. */
const HARD: Readonly<Record<string, number>> = {
  // Most of it stands in sums.
  kgCo2Equivalent: 1,
  // Of the use of few places: there is next to nothing to search.
  m3WaterUsage: 0.25,
};
const HARDEST = 2;

/** The same for each criterion, in their order. */
export const SEARCHES: readonly number[] = CRITERIA.map(({ field }) => HARD[field] ?? HARDEST);

/** Fields that need the range of the selected criterion, by default the first; and one that needs that of the first. */
const OF_A_CRITERION: ReadonlySet<string> = new Set(["isSettled", "uncertainFactors", "notes"]);

/** The searches that a field of a difference makes, criterion by criterion: for its ends, its expected value needs none. */
export function searchesOf({ name, arguments: given = [] }: FieldNode): readonly number[] {
  const written = (argument: string): ValueNode | undefined =>
    given.find((one) => one.name.value === argument)?.value;
  if (OF_A_CRITERION.has(name.value)) return only(indexOf(written("criterion")));
  const bound = written("bound");
  const isExpected = bound === undefined || (bound.kind === Kind.ENUM && bound.value === "EXPECTED");
  return only(isExpected ? -1 : CRITERIA.findIndex(({ field }) => field === name.value));
}

/** The value of a variable is unknown: one of the most expensive is assumed. */
function indexOf(criterion: ValueNode | undefined): number {
  if (criterion === undefined) return 0;
  const index = CRITERIA.findIndex(({ id }) => criterion.kind === Kind.ENUM && id === criterion.value);
  return index < 0 ? SEARCHES.indexOf(HARDEST) : index;
}

function only(wanted: number): readonly number[] {
  return SEARCHES.map((search, index) => (index === wanted ? search : 0));
}
