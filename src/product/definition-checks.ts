import type { ShownType } from "../core/contract";
import type { AnyDefinition } from "./definition";

type Members = Readonly<Record<string, unknown>>;

/** What each member of a description must be. */
const MEMBERS: Readonly<Partial<Record<keyof AnyDefinition, string>>> = {
  product: "an object with id, name, serviceCategory and description",
  folder: "a text: __dirname",
  load: "a function: tablesOf(…), or one of your own",
  offers: "an object with of, id and called",
  resource: "an object with name and description",
  input: "an object with description and argument",
  query: "a text: what the query answers, and its errors",
  fields: "an object of fields by name",
  recipe: "an object",
};
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  product: ["id", "name", "serviceCategory", "description"],
  offers: ["of", "id", "called"],
  resource: ["name", "description"],
  input: ["description", "argument"],
};
const RECIPES = ["partsTable", "parts", "sharedPool", "sharedServer", "calculate"];
const SHOWN = ["text", "texts", "number", "whole", "yesNo", "factor", "instanceType", "languageModel"];
/** As GraphQL has them: the kind is the name of a query and of a member of inputs. */
const NAME = /^[a-z]\w*$/i;

/**
 * For authors without a compiler, and for what the compiler does not see.
 * @throws Error naming the product and what its description lacks
 */
export function checkDefinition(definition: AnyDefinition): void {
  const { kind } = definition;
  const fail = (what: string): never => {
    throw new Error(`the product "${kind}" ${what} (docs/plugins.md)`);
  };
  if (typeof kind !== "string" || !NAME.test(kind)) fail("needs a kind that is a name of letters and digits");
  const members = definition as unknown as Members;
  for (const [member, what] of Object.entries(MEMBERS)) {
    const [, type = ""] = /^an? (\w+)/.exec(what) ?? [];
    if (!isOf(type, members[member])) fail(`needs "${member}", ${what}`);
    const lacking = WITHIN[member]?.find((one) => (members[member] as Members)[one] === undefined);
    if (lacking !== undefined) fail(`needs "${lacking}" in "${member}", ${what}`);
  }
  const { fields, recipe } = definition;
  if (!RECIPES.some((one) => one in recipe)) {
    fail(`needs a recipe with one of ${RECIPES.join(", ")}, got ${Object.keys(recipe).join(", ")}`);
  }
  for (const [name, field] of Object.entries(fields)) {
    if (!isOf("object", field) || !isOf("function", field.check)) {
      fail(`needs a role for its field "${name}": offer(…), zone(…), amount(…) and so on`);
    }
    if (!isOf("text", field.input)) fail(`needs a sentence, "input", for its field "${name}"`);
  }
  const { list } = definition.offers;
  const columns = list !== undefined && "columns" in list ? list.columns : {};
  const shown: Readonly<Record<string, { readonly type: ShownType }>> = { ...definition.shows, ...columns };
  for (const [name, { type }] of Object.entries(shown)) {
    if (typeof type !== "string" || SHOWN.includes(type)) continue;
    fail(`shows "${name}" as "${type}": there are ${SHOWN.join(", ")}`);
  }
  const offered = Object.values(fields).filter(({ role }) => role === "OFFER");
  if (offered.length !== 1) fail(`needs one field that names its offer, offer(…), got ${offered.length}`);
}

function isOf(type: string, value: unknown): boolean {
  if (type === "text") return typeof value === "string" && value !== "";
  if (type === "object") return typeof value === "object" && value !== null;
  return typeof value === type;
}
