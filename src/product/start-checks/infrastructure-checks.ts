import {
  alwaysAbsent,
  type DescribedField,
  type InfrastructureRow,
  RULES_OF_PART,
} from "../../core/contract";
import { didYouMean, suggest } from "../../core/errors";
import { groupBy } from "../../core/helpers";
import { hintOf } from "./shape";

type Fields = Readonly<Record<string, DescribedField>>;
type Report = (row: InfrastructureRow, column: string, problem: string) => void;

/** The offers of the product, as the cells of a table may name them. */
interface NamedOffers {
  /** Of the catalogue. */
  readonly names: () => Iterable<string>;
  /** However it is spelt. */
  readonly has: (name: string) => boolean;
}

/** Rules that answer a question, and with what. `uncovered`: it is there, and no product covers it. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  "@when": ["yes", "no", "uncovered"],
  "@scales": ["yes", "no"],
  "@always": ["yes"],
};
/** Rules that name another resource or a list, and need no value. */
const OF_PLACES: readonly string[] = ["@counted_by", "@each"];

/** Reports each row by which no specification of the product can be built, or which has no effect. */
export function checkInfrastructure(
  rows: Iterable<InfrastructureRow>,
  fields: Fields,
  offers: NamedOffers,
  report: Report,
): void {
  const known = [...Object.keys(fields), ...RULES_OF_PART];
  const all = [...rows];
  for (const row of all) {
    const { field, from, values, default: fallback } = row;
    if (!known.includes(field)) {
      const hint = didYouMean(suggest(field, known), known);
      report(row, "field", `neither a field of the product nor a rule: "${field}".${hint}`);
    }
    if (OF_PLACES.includes(field) && from.length === 0) report(row, "from", `${field} needs an attribute`);
    const answers = ANSWERS[field];
    const wrong = [...values.map(({ to }) => to), fallback ?? "yes"].find(
      (one) => answers?.includes(one) === false,
    );
    if (wrong !== undefined) report(row, "values", `${field} is ${answers?.join(" or ")}, got "${wrong}"`);
    if (fields[field]?.role !== "OFFER") continue;
    const unknown = { values: values.map(({ to }) => to), default: fallback === null ? [] : [fallback] };
    for (const [column, names] of Object.entries(unknown)) {
      for (const name of names) {
        if (!offers.has(name))
          report(row, column, `there is no offer "${name}"${hintOf(name, offers.names())}`);
      }
    }
  }
  for (const [part, ofPart] of groupBy(all, ({ resource, part }) => `${part} of ${resource}`)) {
    if (alwaysAbsent(ofPart) !== null) continue;
    const said = new Set(ofPart.map(({ field }) => field));
    const lacking = Object.entries(fields).find(([name, field]) => isNeeded(field) && !said.has(name));
    if (lacking !== undefined) {
      report(
        ofPart[0] as InfrastructureRow,
        "field",
        `the ${part} needs a row for the field "${lacking[0]}"`,
      );
    }
  }
}

function isNeeded({ isOptional, role, default: fallback }: DescribedField): boolean {
  return !isOptional && fallback === undefined && role !== "NESTED";
}
