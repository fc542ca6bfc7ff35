import { DEFAULT_DEPRECATION_REASON, type GraphQLSchema } from "graphql";
import { isDay } from "../core/helpers";
import { partsOf } from "./schema-parts";

export interface BadDeprecation {
  readonly coordinate: string;
  readonly problem: string;
}

/**
 * Deprecations that leave a client alone: each must say what to use in its place, in backticks, and when it goes.
 * For example "Use `Impact.kgCo2Equivalent`. Removal on 2027-06-30."
 */
export function badDeprecations(schema: GraphQLSchema): BadDeprecation[] {
  const parts = partsOf(schema);
  const known = new Set([...Object.keys(schema.getTypeMap()), ...parts.map(({ name }) => name)]);
  return parts.flatMap(({ coordinate, deprecationReason }) =>
    deprecationReason == null
      ? []
      : problemsOf(deprecationReason, known).map((problem) => ({ coordinate, problem })),
  );
}

function problemsOf(reason: string, known: ReadonlySet<string>): string[] {
  if (reason.trim() === "" || reason === DEFAULT_DEPRECATION_REASON) {
    return ["is deprecated without a reason"];
  }
  return [replacementProblem(reason, known), removalProblem(reason)].filter((problem) => problem !== null);
}

/** A replacement is a name of the schema, or a path of such names: `total.kgCo2Equivalent`, `Query.instance(input)`. */
function replacementProblem(reason: string, known: ReadonlySet<string>): string | null {
  const quoted = [...reason.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
  if (quoted.length === 0) return "is deprecated without a replacement: name it in backticks";
  const names = (text: string) => text.match(/\w+/g) ?? [];
  const isKnown = (text: string) => names(text).length > 0 && names(text).every((name) => known.has(name));
  return quoted.some(isKnown)
    ? null
    : `is deprecated for ${quoted.map((text) => `\`${text}\``).join(", ")}, which the schema has not`;
}

function removalProblem(reason: string): string | null {
  const day = /\bRemoval on (\d{4}-\d{2}-\d{2})\b/.exec(reason)?.[1];
  if (day === undefined) return 'is deprecated without a date: write "Removal on YYYY-MM-DD"';
  return isDay(day) ? null : `is deprecated until ${day}, which is no day`;
}
