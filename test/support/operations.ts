import { readFileSync } from "node:fs";
import { join } from "node:path";

type Variables = Readonly<Record<string, unknown>>;

/** As published, for users to start with. */
export const EXAMPLES = JSON.parse(
  readFileSync(join(__dirname, "../../schema/example-variables.json"), "utf8"),
) as Readonly<Record<string, Variables>>;

const INSTANCE = { type: "PRO2-S", zone: "fr-par-2" };
/** One of them fails, and has an error. */
const ITEMS = [
  { resource: { instance: INSTANCE } },
  { resource: { instance: { ...INSTANCE, zone: "nowhere" } } },
];

/** Variables of each published operation; an operation without them fails the tests. */
export const VARIABLES: Readonly<Record<string, Variables>> = {
  ...EXAMPLES,
  PortfolioTotals: { ...EXAMPLES.PortfolioTotals, items: ITEMS },
  Revision: { ...EXAMPLES.Revision, items: ITEMS },
};
