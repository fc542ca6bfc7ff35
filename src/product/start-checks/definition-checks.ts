import { requireContract, type ShownType } from "../../core/contract";
import type { AnyDefinition } from "../definition";
import { DEFINITION, RECIPES } from "./definition-shape";
import { wrongInFields } from "./field-definition-checks";
import { hintOf, wrongIn } from "./shape";

const SHOWN = ["text", "texts", "number", "whole", "yesNo", "factor", "instanceType", "languageModel"];
const SHOWN_OBJECTS = ["enum", "records", "shared"];

/**
 * For authors without a compiler, and for what the compiler does not see.
 * @throws Error naming the product, what its definition lacks or contradicts, and what there is
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
    wrongInShown(definition) ??
    wrongInEntity(definition)
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
  if (list !== undefined && !("of" in list) && Object.keys(columns).length === 0) {
    return 'needs "columns" in "offers.list", an object of columns by name: column(type, description, of)';
  }
  const shown: [string, { readonly type: ShownType }][] = [shows, columns].flatMap(Object.entries);
  for (const [name, { type }] of shown) {
    if (typeof type === "string" && !SHOWN.includes(type)) {
      return `shows "${name}" as "${type}"${hintOf(type, SHOWN)}`;
    }
    if (typeof type === "object" && !SHOWN_OBJECTS.some((one) => one in type)) {
      return `shows "${name}" as an object that needs one of ${SHOWN_OBJECTS.join(", ")}`;
    }
  }
  const twice = Object.keys(shows).find((name) => fields[name]?.shown !== undefined);
  return twice === undefined
    ? null
    : `shows "${twice}" twice, as its field and in "shows": give one of them another name`;
}

/** An entity requires at least one field that every owner has. */
function wrongInEntity({ entity, fields }: AnyDefinition): string | null {
  const isAsked = Object.values(fields).some(({ owned }) => owned?.mayLack === false);
  return entity === undefined || isAsked
    ? null
    : `has the entity "${entity.name}" and no field that every owner has: give one of them "owned"`;
}
