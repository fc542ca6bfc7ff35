import type { GraphQLSchema } from "graphql";
import { getIntrospectionQuery } from "graphql";
import { PLUGINS } from "../../src/compose";
import type { DescribedField, ProductField } from "../../src/core/contract";
import { type Dice, diceOf } from "../../test/fuzz/support/dice";
import { operationOf } from "../../test/fuzz/support/operations";
import { inputTypeOf, measured } from "../../test/support/measured";
import { type Inventory, type RealisticLine, realisticLines } from "../../test/support/realistic-lines";
import { MONTH } from "../queries";
import { type Breadth, selectionOf } from "./selections";

export interface MeasuredOperation {
  readonly kind: string;
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Spans of the vintages that the data have, and periods in one. */
const PERIODS = [
  null,
  MONTH,
  { start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z" },
  { start: "2026-01-01T00:00:00Z", end: "2026-11-01T00:00:00Z" },
  { start: "2025-12-02T00:00:00Z", end: "2026-11-25T00:00:00Z" },
];
const TOTALS =
  "{ total { kgCo2Equivalent } manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } operational { kgCo2Equivalent } }";

type Make = (dice: Dice) => Omit<MeasuredOperation, "kind">;

/** Makes random operations, kind by kind: as clients ask, and as dear as they can be asked for their cost. */
export async function operationMakers(
  schema: GraphQLSchema,
  inventory: Inventory,
): Promise<readonly (readonly [string, Make])[]> {
  const select = (type: string, dice: Dice, breadth?: Breadth): string =>
    selectionOf(schema, type, dice, breadth ?? breadthOf(dice));
  const stock = new LineStock(inventory);
  for (const { kind } of PLUGINS) stock.add(`${kind}, own`, await ownLines(kind, stock, inventory));
  const line = (dice: Dice): RealisticLine => stock.any(dice, 1)[0] as RealisticLine;
  const lines = (dice: Dice, most: number): RealisticLine[] => stock.any(dice, sizeOf(dice, most));
  const linesOf = (dice: Dice, kind: string, most: number): RealisticLine[] =>
    stock.of(kind, dice, sizeOf(dice, most));
  const one = (dice: Dice, kind: string): object => stock.of(kind, dice, 1)[0]?.resource[kind] as object;
  const portfolio = (items: readonly object[], selection: string, during: unknown = null) => ({
    query: `query($items: [PortfolioItemInput!]!, $during: PeriodInput) { portfolio(items: $items, during: $during) ${selection} }`,
    variables: { items, during },
  });
  const compare = (a: object, b: object, selection: string, during: unknown) => ({
    query: `query($a: ResourceInput!, $b: ResourceInput!, $during: PeriodInput) { compare(a: $a, b: $b, during: $during) ${selection} }`,
    variables: { a, b, during },
  });
  const revision = (items: readonly object[], selection: string) => ({
    query: `query($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2026-01-01", to: "2026-11-01") ${selection} }`,
    variables: { items },
  });
  const perProduct = PLUGINS.flatMap(({ kind }): [string, Make][] => {
    const input = inputTypeOf(kind);
    const field = schema.getQueryType()?.getFields()[kind];
    const type = String(field?.type).replace(/[![\]]/g, "");
    return [
      [
        `${kind}: anything`,
        (dice) => ({
          query: `query($input: ${input}!) { ${kind}(input: $input) ${select(type, dice)} }`,
          variables: { input: one(dice, kind) },
        }),
      ],
      [
        `${kind}: totals over vintages`,
        (dice) =>
          portfolio(
            linesOf(dice, kind, 1_000).map(({ during: _, ...rest }) => rest),
            `{ footprint ${TOTALS} items { label footprint ${TOTALS} } }`,
            dice.one(PERIODS),
          ),
      ],
      [
        `${kind}: totals, every field its own`,
        (dice) =>
          portfolio(
            linesOf(dice, `${kind}, own`, 300).map(({ resource }) => ({ resource })),
            `{ footprint ${TOTALS} items { footprint ${TOTALS} } }`,
            dice.one(PERIODS),
          ),
      ],
      [
        `${kind}: explained`,
        (dice) =>
          portfolio(linesOf(dice, kind, 30), `{ items { footprint ${select("Footprint", dice)} } }`, null),
      ],
      [
        `${kind}: drivers`,
        (dice) =>
          compare(
            { [kind]: one(dice, kind) },
            { [kind]: one(dice, kind) },
            select("Comparison", dice, { levels: 1, share: 60 }),
            dice.one(PERIODS),
          ),
      ],
    ];
  });
  return [
    ...perProduct,
    [
      "portfolio: totals",
      (dice) =>
        portfolio(
          lines(dice, 3_000),
          `{ footprint ${TOTALS} items { label footprint ${TOTALS} error { code } } }`,
        ),
    ],
    ["portfolio: anything", (dice) => portfolio(lines(dice, 100), select("Portfolio", dice))],
    [
      "compare: anything",
      (dice) =>
        compare(line(dice).resource, line(dice).resource, select("Comparison", dice), dice.one(PERIODS)),
    ],
    [
      "compare: long lists",
      (dice) =>
        compare(
          withLongList(dice, 100),
          withLongList(dice, 100),
          select("Comparison", dice, { levels: 1, share: 60 }),
          dice.one(PERIODS),
        ),
    ],
    [
      "long lists, explained",
      (dice) =>
        portfolio(
          [{ resource: withLongList(dice, 100) }],
          `{ items { footprint ${select("Footprint", dice)} } }`,
        ),
    ],
    ["revision", (dice) => revision(lines(dice, 100), select("Revision", dice, { levels: 1, share: 50 }))],
    [
      "history",
      (dice) => ({
        query: `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { resource { history(from: "2025-06-01", to: "2026-11-25") ${select("HistoryInterval", dice, { levels: 1, share: 50 })} } } } }`,
        variables: { items: lines(dice, 2) },
      }),
    ],
    [
      "alternatives",
      (dice) => ({
        query: `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { resource { alternatives ${select("Alternative", dice, { levels: 1, share: 60 })} } } } }`,
        variables: { items: lines(dice, 10) },
      }),
    ],
    [
      "aliases",
      (dice) => {
        const count = sizeOf(dice, 300);
        const { kind, line: lineOf } = measured("simple");
        const asked = Array.from({ length: count }, (_, at) => {
          const input = literalOf(changed(lineOf(dice.upTo(1e6))[kind], dice) as object);
          return `a${at}: ${kind}(input: ${input}) { name footprint ${TOTALS} }`;
        });
        return { query: `{ ${asked.join(" ")} }`, variables: {} };
      },
    ],
    [
      "_entities",
      (dice) => {
        const representations = lines(dice, 300).flatMap((one, at) => entityOf(one, String(at)) ?? []);
        const footprint = `footprint ${select("Footprint", dice, { levels: 2, share: 40 })}`;
        const on = PLUGINS.flatMap(({ description }) => description?.entity?.name ?? []).map(
          (type) => `... on ${type} { ${footprint} }`,
        );
        return {
          query: `query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${on.join(" ")} } }`,
          variables: { representations },
        };
      },
    ],
    [
      "introspection",
      (dice) => ({ query: getIntrospectionQuery({ descriptions: dice.chance(50) }), variables: {} }),
    ],
    [
      "catalogues",
      (dice) => {
        const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
          ({ name, args, type }) =>
            !name.startsWith("_") &&
            String(type).startsWith("[") &&
            args.every(({ name: arg }) => arg === "asOf" || arg === "confidence"),
        );
        const asked = lists
          .filter(() => dice.chance(50))
          .map(({ name, type }) => `${name} ${select(String(type).replace(/[![\]]/g, ""), dice)}`);
        return { query: `{ methodology { id } ${asked.join(" ")} }`, variables: {} };
      },
    ],
    ["random walk", (dice) => operationOf(schema, dice)],
  ];
}

/** Lines as an inventory has them, drawn once, and changed a little each time, so that no cache has them. */
class LineStock {
  private readonly all: readonly RealisticLine[];
  private readonly byKind = new Map<string, RealisticLine[]>();

  constructor(inventory: Inventory) {
    this.all = realisticLines(20_000, inventory);
    for (const line of this.all) {
      const [kind] = Object.keys(line.resource) as [string];
      const known = this.byKind.get(kind) ?? [];
      this.byKind.set(kind, known);
      known.push(line);
    }
  }

  add(name: string, lines: RealisticLine[]): void {
    this.byKind.set(name, lines);
  }

  any(dice: Dice, count: number): RealisticLine[] {
    return Array.from({ length: count }, () => changed(dice.one(this.all), dice) as RealisticLine);
  }

  of(kind: string, dice: Dice, count: number): RealisticLine[] {
    const all = this.byKind.get(kind) ?? [];
    return Array.from({ length: count }, () => changed(dice.one(all), dice) as RealisticLine);
  }
}

const OWN_LINES = 200;

/** Lines that share as little as the fields of a product allow: what is optional is given too, where there is a figure then. */
async function ownLines(kind: string, stock: LineStock, inventory: Inventory): Promise<RealisticLine[]> {
  const dice = diceOf(1);
  const fields = inventory.stocks.find((one) => one.kind === kind)?.fields ?? [];
  const lines: RealisticLine[] = [];
  for (const line of stock.of(kind, dice, OWN_LINES)) {
    let own = line.resource[kind] as Readonly<Record<string, unknown>>;
    for (const field of fields) {
      const value = field.name.includes(".") ? null : anyOf(field, dice);
      const changed = { ...own, [field.name]: value };
      if (value !== null && (await inventory.isAnswered(kind, changed))) own = changed;
    }
    lines.push({ ...line, resource: { [kind]: own } });
  }
  return lines;
}

/** Any value of a field whose values are known; null where they are not. */
function anyOf({ role, minimum, maximum, choices }: ProductField, dice: Dice): unknown {
  if (choices !== null) return dice.one(choices);
  if (role === "PERCENT") return (100 * dice.upTo(1e6)) / 1e6;
  if (minimum === null || maximum === null || maximum <= minimum) return null;
  const drawn = minimum + (maximum - minimum) * (dice.upTo(1e6) / 1e6) ** 4;
  return role === "COUNT" ? Math.round(drawn) : drawn;
}

/** Every number that need not be whole, a little less. */
function changed(value: unknown, dice: Dice): unknown {
  if (typeof value === "number")
    return Number.isInteger(value) ? value : value * (0.9 + dice.upTo(1e9) / 1e10);
  if (Array.isArray(value)) return value.map((one) => changed(one, dice));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, dice)]));
}

/** As many as that at most, small ones as often as large ones. */
function sizeOf(dice: Dice, most: number): number {
  return Math.max(1, Math.round(most ** (dice.upTo(1000) / 1000)));
}

function breadthOf(dice: Dice): Breadth {
  return dice.one([
    { levels: 1, share: 60 },
    { levels: 3, share: 40 },
    { levels: 4, share: 50 },
    { levels: 5, share: 70 },
  ]);
}

function withLongList(dice: Dice, most: number): Readonly<Record<string, object>> {
  return measured("large").line(dice.upTo(1e6), sizeOf(dice, most));
}

/** Texts and numbers as a document has them. */
function literalOf(input: object): string {
  const fields = Object.entries(input).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(", ")} }`;
}

/** The entity of a line, as its owner has it; null for a product without. */
function entityOf({ resource }: RealisticLine, id: string): object | null {
  const [[kind, spec]] = Object.entries(resource) as [[string, Record<string, unknown>]];
  const { entity, fields } = PLUGINS.find((one) => one.kind === kind)?.description ?? {};
  return entity == null || fields === undefined
    ? null
    : { __typename: entity.name, id, ...ownedFields(spec, fields) };
}

/** Fields by the names that owners give them, and as they write them. */
function ownedFields(
  spec: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, DescribedField>>,
): object {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { owned, type, nested, default: usual }]) => {
      const value = spec[name] ?? usual;
      if (owned === undefined || value === undefined) return [];
      const isWhole = typeof value === "number" && (owned.type ?? type) === "whole";
      const inner = nested?.fields;
      const written =
        inner === undefined
          ? value
          : (value as readonly Record<string, unknown>[]).map((one) => ownedFields(one, inner));
      return [[owned.as ?? name, isWhole ? Math.ceil(value) : written]];
    }),
  );
}
