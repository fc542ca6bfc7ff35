import fc from "fast-check";
import { fieldProblem } from "../../page/src/api/field-of";
import { formFields, type Product } from "../../page/src/form/fields";
import { choiceText, hintOf } from "../../page/src/form/hints";
import { matching } from "../../page/src/form/matching";
import { readNumber } from "../../page/src/form/numbers";
import { readPeriod, START_PERIOD } from "../../page/src/form/period";
import { resourceIn, resourceSettings } from "../../page/src/form/settings";
import { labelOf, numbered, readForm, rowsOf, startRow, startValues } from "../../page/src/form/values";
import { placesWithout } from "../../page/src/views/estimate/place-rows";
import { estimate } from "../../src/estimates";
import { usualComposition } from "../support/usual";

const session = usualComposition().sessionAt(new Date());
/** As the graph answers them. */
const products = JSON.parse(JSON.stringify(session.allProducts())) as Product[];
const withRows = products.find(({ fields }) => fields.some(({ role }) => role === "NESTED")) as Product;
const [list] = formFields(withRows).filter(({ nested }) => nested.length > 0);
if (list === undefined) throw new Error("no product has a nested input");

const text = fc.string({ unit: "grapheme", maxLength: 12 });

describe.each(products.map((product) => [product.name, product] as const))(
  "the form of %s",
  (_name, product) => {
    it("begins with a resource that is answered", async () => {
      const { input, problems } = readForm(product, startValues(product));
      expect(problems).toEqual([]);
      const { parts } = await estimate({ [product.kind]: input }, { hours: 730 }, session);
      expect(parts.usage.kgCo2Equivalent).toBeDefined();
    });

    it("says what is needed where all is empty", () => {
      const { problems } = readForm(product, {});
      const needed = formFields(product).filter(({ field }) => field.required);
      expect(problems.map(({ field }) => field)).toEqual(needed.map(({ name }) => name));
    });

    it("is said by its link, whatever is typed into it", () => {
      const paths = formFields(product).flatMap(({ name, nested }) =>
        nested.length === 0
          ? [name]
          : nested.flatMap((one) => [0, 1].map((row) => `${name}.${row}.${one.name}`)),
      );
      const whole = fc.record(Object.fromEntries(paths.map((path) => [path, text])));
      fc.assert(
        fc.property(whole, (values) => {
          const settings = resourceSettings({ product, values }, "a.");
          expect(resourceIn(settings, products, "a.")).toEqual({ product, values: { ...values } });
        }),
      );
    });

    it("speaks to people: no code of an error, no name of the schema", () => {
      for (const { description, name, unit } of product.fields) {
        expect(hintOf(description)).not.toMatch(/[A-Z]{2,}_[A-Z]|otherwise|`|[,;:]\.|[,;:]$/);
        expect(hintOf(description)).not.toMatch(/for example|10\^|a note\.|[a-z][A-Z]|^\w*\.$/);
        expect(labelOf({ name, unit })).toMatch(/^[A-Z][A-Za-z ]*$/);
      }
    });
  },
);

describe("rows of a nested input", () => {
  it("are asked for in their order, and none where there is none", () => {
    const row = startRow(list);
    const at = (number: number) =>
      Object.entries(row).map(([name, value]) => [`${list.name}.${number}.${name}`, value]);
    const { [list.name]: rows } = readForm(withRows, Object.fromEntries([...at(7), ...at(2)])).input;
    expect((rows as unknown[]).length).toBe(2);
    expect(readForm(withRows, {}).input[list.name]).toEqual([]);
  });

  it("are numbered from 0, so that an error of the graph finds its row", () => {
    const [{ name: inner = "" } = { name: "" }] = list.nested;
    const values = {
      [`${list.name}.5.${inner}`]: "b",
      [`${list.name}.10.${inner}`]: "c",
      [`${list.name}.1.${inner}`]: "a",
    };
    const anew = numbered(withRows, values);
    expect(rowsOf(list.name, anew)).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((row) => anew[`${list.name}.${row}.${inner}`])).toEqual(["a", "b", "c"]);
  });
});

describe("a new product", () => {
  it("begins in the place that was looked at, where it is there", () => {
    const [first] = products as [Product];
    const zones = first.fields.find(({ role }) => role === "ZONE");
    const other = zones?.choices?.at(-1) ?? "";
    expect(startValues(first, { [zones?.name ?? ""]: other })[zones?.name ?? ""]).toBe(other);
    expect(startValues(first, { [zones?.name ?? ""]: "nowhere-1" })[zones?.name ?? ""]).toBe(zones?.example);
  });

  it("is found by its id and by its kind; one that is none is the first", () => {
    for (const product of products) {
      expect(resourceIn({ product: product.id }, products)?.product).toBe(product);
      expect(resourceIn({ product: product.kind }, products)?.product).toBe(product);
    }
    expect(resourceIn({ product: "no such" }, products)?.product).toBe(products[0]);
    expect(resourceIn({}, [])).toBeNull();
  });
});

describe("a number as people write it", () => {
  it.each([
    ["2.5", 2.5],
    ["2,5", 2.5],
    ["0,125", 0.125],
    ["1 000", 1000],
    ["1 000,5", 1000.5],
    ["1'000", 1000],
    ["1_000", 1000],
    ["1,000,000", 1_000_000],
    ["1,000.5", 1000.5],
    ["1e6", 1e6],
    ["−3", -3],
    ["+3", 3],
    [".5", 0.5],
  ])("%s", (written, number) => {
    expect(readNumber(written)).toEqual({ number });
  });

  it.each(["x", "1.2.3", "1,2,3", "12 GB", "Infinity", "NaN", "0x10", "1e999", "--1"])(
    "is not %s",
    (written) => {
      expect(readNumber(written)).toEqual({ problem: `“${written}” is not a number.` });
    },
  );

  it("is asked about where it could be two", () => {
    expect(readNumber("1,000")).toEqual({ problem: "Is this 1000 or 1.000? Write it without the comma." });
  });

  it("is read as it is written", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(readNumber(String(number))).toEqual({ number });
      }),
    );
  });
});

describe("a period", () => {
  it("is a month where nothing is said", () => {
    expect(readPeriod(START_PERIOD)).toEqual({ during: { hours: 730 }, problems: [] });
    expect(readPeriod({ ...START_PERIOD, hours: " " }).during).toEqual({ hours: 730 });
  });

  it("of dates needs both, and begins at midnight in UTC", () => {
    const dates = { ...START_PERIOD, from: "2026-10-01", to: "2026-11-01", asOf: "2026-09-01" };
    expect(readPeriod(dates)).toEqual({
      during: { start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z", asOf: "2026-09-01" },
      problems: [],
    });
    expect(readPeriod({ ...dates, to: "" }).problems.map(({ field }) => field)).toEqual(["during.end"]);
    expect(readPeriod({ ...dates, from: "" }).problems.map(({ field }) => field)).toEqual(["during.start"]);
  });
});

describe("a day of a link", () => {
  it.each(["bad", "2026-13-45", "2026-02-30", "26-1-1", "2026-10-01T00:00:00Z"])("is none: %s", (day) => {
    for (const period of [
      { ...START_PERIOD, from: day, to: "2026-11-01" },
      { ...START_PERIOD, from: "2026-10-01", to: day },
      { ...START_PERIOD, asOf: day },
    ])
      expect(readPeriod(period).problems.map(({ message }) => message)).toEqual([
        `“${day}” is no day: choose one.`,
      ]);
  });
});

describe("a link to a product that is not there", () => {
  it("leads to another one, and says so", () => {
    expect(resourceIn({ product: "nope" }, products)?.unknownProduct).toBe("nope");
    for (const { id, kind } of products)
      for (const product of [id, kind])
        expect(resourceIn({ product }, products)?.unknownProduct).toBeUndefined();
  });
});

describe("places that a product does not have", () => {
  const product = products.find(({ fields }) => fields.some(({ role }) => role === "REGION")) as Product;
  const choices = product.fields.find(({ role }) => role === "REGION")?.choices ?? [];
  const localities = choices.map((region) => ({ name: `${region}-1`, region, country: "FR", leaves: 1 }));

  it("are those that no answer has, by their region or a zone of it", () => {
    const [first, second] = choices.map((name) => ({ name }));
    if (first === undefined || second === undefined) throw new Error("there are two regions at least");
    expect(placesWithout(product, [first, { name: `${second.name}-1` }], localities)).toEqual(
      choices.slice(2),
    );
  });

  it("are none while nothing is answered", () => {
    expect(placesWithout(product, [], localities)).toEqual([]);
  });
});

describe("an error of the graph", () => {
  it.each([
    ["input.pools.0.nodeType", "pools.0.nodeType"],
    ["items.0.resource.kubernetesCluster.pools.0.nodeType", "pools.0.nodeType"],
    ["items.0.during.start", "during.start"],
    ["during.hours", "during.hours"],
    [null, ""],
  ])("is at the field that it names: %s", (field, path) => {
    expect(fieldProblem({ code: "C", message: "m", suggestions: ["s"], field }, products)).toEqual({
      field: path,
      message: "m",
      suggestions: ["s"],
    });
  });
});

describe("a search among names", () => {
  const names = ["DEV1-S", "PRO2-S", "PRO2-XS", "POP2-HC-2C-4G", "H100-SXM-4-80G"];
  it.each([
    ["", names],
    ["pro2", ["PRO2-S", "PRO2-XS"]],
    ["pro2s", ["PRO2-S"]],
    ["pro2 s", ["PRO2-S", "PRO2-XS"]],
    ["pro2 xs", ["PRO2-XS"]],
    ["s", ["DEV1-S", "PRO2-S", "PRO2-XS", "H100-SXM-4-80G"]],
    ["80g h100", ["H100-SXM-4-80G"]],
    ["pop2 4g", ["POP2-HC-2C-4G"]],
    ["zzz", []],
  ])("finds all that is typed: %s", (typed, found) => {
    expect(matching(names, typed)).toEqual(found);
  });
});

it("words of the schema are told as words", () => {
  expect(["IMPACT_WEIGHTED", "PRODUCTION", "PRO2-S", "true", "llama-3"].map(choiceText)).toEqual([
    "Impact weighted",
    "Production",
    "PRO2-S",
    "Yes",
    "llama-3",
  ]);
  const labels = [
    ["storageClass", null],
    ["sizeGb", "GB"],
    ["cpuLoadPercent", "%"],
    ["pools.nodes", "node"],
    ["gpuCount", "GPU"],
  ] as const;
  expect(labels.map(([name, unit]) => labelOf({ name, unit }))).toEqual([
    "Storage class",
    "Size",
    "CPU load",
    "Nodes",
    "GPU count",
  ]);
});
