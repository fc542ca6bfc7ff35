import { execute, type GraphQLSchema, isInputObjectType, parse } from "graphql";
import type { Dice } from "../support/dice";

/** What the graph itself says that its fields can be, by the name of a field or argument, and of the input that it is of. */
export type Words = ReadonlyMap<string, readonly string[]>;

const CATALOGUE = "{ products { fields { name choices } } languageModels { id } localities { id } }";
/** The same under other names. */
const ALSO: Readonly<Record<string, string>> = {
  commercialType: "type",
  nodeType: "nodeType",
  model: "model",
};
const DAYS = ["2026-11-01", "2025-12-02", "2026-02-30", "2024-01-01", "2026-11-25"];
const MOMENTS = [
  "2026-10-01T00:00:00Z",
  "2025-11-30T23:59:59.5Z",
  "2026-11-01T00:00:00+02:00",
  "2026-11-01",
  "soon",
];

interface Catalogue {
  readonly products: readonly { fields: readonly { name: string; choices: string[] | null }[] }[];
  readonly languageModels: readonly { id: string }[];
  readonly localities: readonly { id: string }[];
}

/** Reads them by a query, as a client would. */
export async function wordsOf(schema: GraphQLSchema, contextValue: unknown): Promise<Words> {
  const { data, errors } = await execute({ schema, document: parse(CATALOGUE), contextValue });
  if (errors !== undefined) throw errors[0];
  const { products, languageModels, localities } = data as unknown as Catalogue;
  const words = new Map<string, string[]>();
  const add = (name: string, some: readonly string[]): void => {
    words.set(name, [...(words.get(name) ?? []), ...some]);
  };
  for (const { fields } of products) {
    const input = inputOf(schema, fields);
    for (const { name, choices } of fields) {
      add(name, choices ?? []);
      add(`${input} ${name}`, choices ?? []);
    }
  }
  for (const [other, name] of Object.entries(ALSO)) add(other, words.get(name) ?? []);
  add(
    "model",
    languageModels.map(({ id }) => id),
  );
  add(
    "ids",
    localities.map(({ id }) => id),
  );
  for (const name of ["asOf", "from", "to", "on", "day"]) add(name, DAYS);
  for (const name of ["start", "end"]) add(name, MOMENTS);
  return words;
}

/** The input that asks for a product: it has the fields that the product says it has. */
function inputOf(schema: GraphQLSchema, fields: readonly { name: string }[]): string | undefined {
  const wanted = fields.map(({ name }) => name).sort();
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  return inputs.find((one) => Object.keys(one.getFields()).sort().join() === wanted.join())?.name;
}

const ODD = ["", " ", "PRO2-S", 'é\n"\\\u2028', "__proto__", "null", "0", "x".repeat(300), "fr-par-1 "];

/** Mostly a word that the field may have. */
export function wordFor(input: string, name: string, words: Words, dice: Dice): string {
  const known = words.get(`${input} ${name}`) ?? words.get(name) ?? [];
  return known.length > 0 && dice.chance(93) ? dice.one(known) : dice.one(ODD);
}
