import type { GraphQLSchema } from "graphql";
import { getIntrospectionQuery } from "graphql";
import { PLUGINS } from "../../src/compose";
import type { Dice } from "../../test/fuzz/support/dice";
import { operationOf } from "../../test/fuzz/support/operations";
import { inputTypeOf, literalOf, measured } from "../../test/support/measured";
import type { Inventory, RealisticLine } from "../../test/support/realistic-lines";
import { MONTH } from "../queries";
import { entityOf } from "./entities";
import { changed, LineStock, ownLines } from "./line-stock";
import { type Breadth, selectionOf } from "./selections";

export interface MeasuredOperation {
  readonly kind: string;
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Periods within one vintage and over several. */
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

/** Generators of random operations by kind: typical ones, and the most expensive for their cost. */
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
          portfolio(
            linesOf(dice, kind, 30).map(({ resource }) => ({ resource })),
            `{ items { footprint ${select("Footprint", dice)} } }`,
            dice.one(PERIODS),
          ),
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
      "aliases of any product",
      (dice) => {
        const asked = lines(dice, 100).map(({ resource }, at) => {
          const [kind, input] = Object.entries(resource)[0] as [string, object];
          const type = String(schema.getQueryType()?.getFields()[kind]?.type).replace(/[![\]]/g, "");
          return {
            kind,
            input,
            text: `a${at}: ${kind}(input: $i${at}) ${select(type, dice, { levels: 1, share: 30 })}`,
          };
        });
        const declared = asked.map(({ kind }, at) => `$i${at}: ${inputTypeOf(kind)}!`);
        return {
          query: `query(${declared.join(" ")}) { ${asked.map(({ text }) => text).join(" ")} }`,
          variables: Object.fromEntries(asked.map(({ input }, at) => [`i${at}`, input])),
        };
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

/** A random size on a logarithmic scale. */
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
