import { requireContract, type ShownType } from "../core/contract";
import type { AnyDefinition } from "./definition";
import { DEFINITION, RECIPES } from "./definition-shape";
import { wrongInFields } from "./field-definition-checks";
import { hintOf, wrongIn } from "./shape";

const SHOWN = ["text", "texts", "number", "whole", "yesNo", "factor", "instanceType", "languageModel"];

/**
 * For authors without a compiler, and for what the compiler does not see.
 * @throws Error naming the product, what its description lacks or contradicts, and what there is
 */
export function checkDefinition(definition: AnyDefinition): void {
  // One of another version may have other members.
  requireContract(String(definition.kind), definition.contract);
  const wrong = wrongInDefinition(definition);
  if (wrong === null) return;
  throw new Error(`the product "${definition.kind}" ${wrong} (docs/plugins.md)`);
}

function wrongInDefinition(definition: AnyDefinition): string | null {
  return (
    wrongIn(definition, DEFINITION) ??
    wrongInRecipe(definition.recipe) ??
    wrongInFields(definition.fields, definition.derive !== undefined) ??
    wrongInShown(definition)
  );
}

function wrongInRecipe(recipe: object): string | null {
  const names = Object.keys(RECIPES);
  const found = names.find((one) => one in recipe);
  if (found !== undefined) return wrongIn(recipe, RECIPES[found] ?? {}, "recipe");
  return `needs a recipe with one of ${names.join(", ")}, got ${Object.keys(recipe).join(", ") || "none"}`;
}

function wrongInShown({ fields, offers: { list }, shows = {} }: AnyDefinition): string | null {
  const columns = list !== undefined && "columns" in list ? list.columns : {};
  if (list !== undefined && !("columns" in list) && !("of" in list)) {
    return 'needs "columns" in "offers.list", an object of columns by name: column(type, description, of)';
  }
  const shown: [string, { readonly type: ShownType }][] = [shows, columns].flatMap(Object.entries);
  for (const [name, { type }] of shown) {
    if (typeof type === "string" && !SHOWN.includes(type)) {
      return `shows "${name}" as "${type}"${hintOf(type, SHOWN)}`;
    }
  }
  const twice = Object.keys(shows).find((name) => fields[name]?.shown !== undefined);
  return twice === undefined
    ? null
    : `shows "${twice}" twice, as its field and in "shows": give one of them another name`;
}
