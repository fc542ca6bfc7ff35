import { PLUGINS } from "../../src/compose";
import { FIELD_ROLES, type ProductField } from "../../src/core/contract";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
let fieldsOf: ReadonlyMap<string, readonly ProductField[]>;
let kinds: ReadonlyMap<string, string>;
beforeAll(async () => {
  graph = await startLiveGraph();
  const query =
    "{ products { id kind fields { name role description unit required default minimum maximum choices choicesOf example } } }";
  const { products } = (await graph.askText(query)).data as {
    products: { id: string; kind: string; fields: ProductField[] }[];
  };
  fieldsOf = new Map(products.map(({ id, fields }) => [id, fields]));
  kinds = new Map(products.map(({ id, kind }) => [id, kind]));
});
afterAll(() => graph.stop());

type Values = Readonly<Record<string, unknown>>;

/** What a form that knows nothing but the fields sends: for a number what lies between its least and its most. */
function filled(fields: readonly ProductField[], given: Values): Record<string, unknown> {
  const own = fields.filter(({ name, required }) => required && !name.includes("."));
  return Object.fromEntries(own.map((field) => [field.name, given[field.role] ?? numberIn(field)]));
}

function numberIn({ minimum, maximum }: ProductField): number {
  return ((minimum ?? 0) + (maximum ?? 2)) / 2;
}

/** The examples as an input: a number where the field has a unit, and one row of what is nested. */
function exampleOf(fields: readonly ProductField[], below = ""): Record<string, unknown> {
  const own = fields.filter(({ name }) => name.startsWith(below) && !name.slice(below.length).includes("."));
  return Object.fromEntries(
    own.flatMap(({ name, role, unit, example }): [string, unknown][] => {
      const key = name.slice(below.length);
      if (role === "NESTED") {
        const row = exampleOf(fields, `${name}.`);
        return Object.keys(row).length === 0 ? [] : [[key, [row]]];
      }
      return example == null ? [] : [[key, unit === null ? example : Number(example)]];
    }),
  );
}

function choicesOf(fields: readonly ProductField[], role: ProductField["role"]): readonly string[] {
  return fields.find((field) => field.role === role && !field.name.includes("."))?.choices ?? [];
}

async function errorsOf(
  kind: string,
  inputs: readonly object[],
): Promise<({ code: string; field: string } | null)[]> {
  const items = inputs.map((input) => ({ resource: { [kind]: input }, during: { hours: 10 } }));
  const query =
    "query Q($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { error { code field } } } }";
  const { data, errors } = await graph.askText(query, { items });
  expect(errors).toBeUndefined();
  const { portfolio } = data as { portfolio: { items: { error: { code: string; field: string } | null }[] } };
  return portfolio.items.map(({ error }) => error);
}

describe.each(PLUGINS.map(({ kind, product }) => [kind, product.id]))("the fields of %s", (kind, id) => {
  const fields = (): readonly ProductField[] => fieldsOf.get(id) ?? [];
  const places = (): { role: "ZONE" | "REGION"; names: readonly string[] } => {
    const isRequired = (role: string): boolean => fields().some((one) => one.role === role && one.required);
    const role = isRequired("ZONE") ? "ZONE" : "REGION";
    return { role, names: choicesOf(fields(), role) };
  };

  it("say what a resource is given as", () => {
    expect(kinds.get(id)).toBe(kind);
  });

  it("have a role, a description, and a unit where they are numbers", () => {
    expect(fields().length).toBeGreaterThan(1);
    for (const field of fields()) {
      expect(FIELD_ROLES).toContain(field.role);
      expect(field.description).not.toBe("");
      expect([field.name, field.unit !== null]).toEqual([
        field.name,
        ["AMOUNT", "COUNT", "PERCENT"].includes(field.role),
      ]);
    }
  });

  it("have examples that together are answered", async () => {
    const input = exampleOf(fields());
    expect(kinds.get(id)).toBe(kind);
    expect(Object.keys(input).length).toBeGreaterThan(1);
    expect(await errorsOf(kind, [input])).toEqual([null]);
  });

  it("list what can be given, or say whose offers it is", () => {
    for (const { name, role, choices, choicesOf } of fields()) {
      if (!["OFFER", "ZONE", "REGION", "CHOICE"].includes(role)) continue;
      const isListed = (choices ?? []).length > 0 || [...kinds.values()].includes(choicesOf ?? "");
      expect([name, isListed]).toEqual([name, true]);
    }
  });

  it("are enough to ask: every offer is answered in one of the places", async () => {
    const { role, names } = places();
    const offers = choicesOf(fields(), "OFFER");
    expect([offers.length > 0, names.length > 0]).toEqual([true, true]);
    const some = [offers[0], offers[Math.floor(offers.length / 2)], offers.at(-1)];
    const inputs = some.flatMap((OFFER) => names.map((name) => filled(fields(), { OFFER, [role]: name })));
    const codes = (await errorsOf(kind, inputs)).map((error) => error?.code);
    // What an offer lacks is where it is, or, for a model that nobody measured, how fast it is.
    for (const code of codes)
      expect([undefined, "NOT_AVAILABLE_IN_LOCALITY", "NO_BENCHMARK"]).toContain(code);
    expect(codes).toContain(undefined);
  });

  it("name the limits that hold: what is below or above them is refused by name", async () => {
    const { role, names } = places();
    const numbers = fields().filter(({ minimum, name }) => minimum !== null && !name.includes("."));
    const base = filled(fields(), { OFFER: choicesOf(fields(), "OFFER")[0], [role]: names[0] });
    const beyond = numbers.flatMap(({ name, minimum, maximum, role }) => [
      ...(minimum === null ? [] : [{ name, value: minimum - 1 }]),
      ...(maximum === null || (role === "COUNT" && maximum > 2 ** 31 - 2)
        ? []
        : [{ name, value: maximum + 1 }]),
    ]);
    // Each of these has a minimum at least, and some products have none of them.
    expect(beyond.length).toBeGreaterThanOrEqual(numbers.length);
    if (numbers.length === 0) return;
    const errors = await errorsOf(
      kind,
      beyond.map(({ name, value }) => ({ ...base, [name]: value })),
    );
    const named = errors.map((error) => [error?.code, error?.field?.split(".").at(-1)]);
    expect(named).toEqual(beyond.map(({ name }) => ["BAD_USER_INPUT", name]));
  });
});

it("fields of a nested input follow it", () => {
  const names = fieldsOf.get("kubernetes")?.map(({ name, role }) => [name, role]);
  expect(names).toEqual(
    expect.arrayContaining([
      ["pools", "NESTED"],
      ["pools.nodeType", "OFFER"],
      ["pools.nodes", "AMOUNT"],
      ["pools.cpuLoadPercent", "PERCENT"],
    ]),
  );
});
