import { readSheet } from "../../src/spreadsheet";
import { composedProducts, items, reader } from "./support/products";

const read = reader();
type Item = { count?: number; during?: object; resource: Record<string, Record<string, unknown>> };
const first = (sheet: ReturnType<typeof read>) => items(sheet)[0] as Item;

describe("numbers", () => {
  const hours = (cells: readonly string[]) => {
    const sheet = read(`type;zone;hours\n${cells.map((cell) => `PRO2-S;fr-par-1;"${cell}"`).join("\n")}\n`);
    return [
      sheet.lines.map(({ item }) => item.during?.hours),
      sheet.problems.map(({ code, line }) => [line, code]),
    ];
  };

  it.each([
    ["730", 730],
    ["730.5", 730.5],
    ["730,5", 730.5],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1 234,5", 1234.5],
    ["1\u00a0234,5", 1234.5],
    ["1\u202f234.5", 1234.5],
    ["1'234.50", 1234.5],
    ["1_234", 1234],
    ["12.345.678", 12_345_678],
    ["0,500", 0.5],
    ["0.125", 0.125],
    [",5", 0.5],
    ["1e3", 1000],
    ["1,5e2", 150],
    ["+7", 7],
    ["−7", -7],
    ["0", 0],
    ["12 h", 12],
    ["90 min", 1.5],
    ["2 days", 48],
    ["1 month", 730],
  ])("%j is %d", (cell, value) => {
    expect(hours([cell])).toEqual([[value], []]);
  });

  it.each(["1.2.3", "12,34,5", "1,23.456,7", "abc", "12 apples", "--5", "1..2", "1e999", "0x10", "١٢"])(
    "%j is none",
    (cell) => {
      const [values, problems] = hours([cell]);
      expect(values).toEqual([]);
      expect(problems).toEqual([[2, expect.stringMatching(/NOT_A_NUMBER|UNKNOWN_UNIT/)]]);
    },
  );

  it.each(["n/a", "unknown", "-", "?", "#REF!", "NaN"])("%j is not known, and no zero", (cell) => {
    expect(hours([cell])).toEqual([[], [[2, "UNKNOWN_VALUE"]]]);
  });

  it("that can be two are told where nothing in the sheet decides", () => {
    expect(hours(["1,234", "1.000"])).toEqual([
      [],
      [
        [2, "AMBIGUOUS_NUMBER"],
        [3, "AMBIGUOUS_NUMBER"],
      ],
    ]);
  });

  it.each([
    [
      ["1,234", "1,5"],
      [1.234, 1.5],
    ],
    [
      ["1,234", "1.5"],
      [1234, 1.5],
    ],
    [
      ["1.234", "12,5"],
      [1234, 12.5],
    ],
    [
      ["1.234", "1.234.567"],
      [1234, 1_234_567],
    ],
  ])("%j are decided over the whole column, with a note", (cells, values) => {
    expect(hours(cells)).toEqual([values, []]);
    const { notes } = read(`type;zone;hours\n${cells.map((cell) => `PRO2-S;fr-par-1;${cell}`).join("\n")}\n`);
    expect(notes.map(({ code, column }) => [code, column])).toEqual([["NUMBERS_READ", "hours"]]);
  });

  it("are decided by other columns, where their own shows nothing, and by who reads it", () => {
    const text = "type;zone;hours;cpu load\nPRO2-S;fr-par-1;1,234;12,5\n";
    expect(first(read(text)).during).toEqual({ hours: 1.234 });
    const alone = "type;zone;hours\nPRO2-S;fr-par-1;1,234\n";
    const asked = readSheet(alone, { products: composedProducts(), decimalMark: "." });
    expect(asked.lines[0]?.item.during).toEqual({ hours: 1234 });
  });

  it("stay two where a column shows both", () => {
    expect(hours(["1,5", "1.5", "1,234"])).toEqual([[1.5, 1.5], [[4, "AMBIGUOUS_NUMBER"]]]);
  });
});

describe("units", () => {
  it.each([
    ["Input tokens (M)", "2.5", { inputTokens: 2_500_000 }],
    ["input tokens, millions", "2.5", { inputTokens: 2_500_000 }],
    ["input tokens", "10k", { inputTokens: 10_000 }],
    ["prompt tokens", "10 million tokens", { inputTokens: 10_000_000 }],
    ["audio (minutes)", "1.5", { audioSeconds: 90 }],
    ["audio", "2 h", { audioSeconds: 7_200 }],
    ["utilisation (%)", "60", { utilisation: 0.6 }],
    ["utilisation", "0.6", { utilisation: 0.6 }],
  ])("%s: %s", (header, cell, field) => {
    const sheet = read(
      `model,region,${header.includes(",") ? `"${header}"` : header}\ngemma-3-27b-it,fr-par,${cell}\n`,
    );
    expect(sheet.problems).toEqual([]);
    expect(first(sheet).resource.serverlessUsage).toEqual({
      model: "gemma-3-27b-it",
      region: "fr-par",
      ...field,
    });
  });

  it.each(["500 MB/s", "500 hours", "500 M", "5 EUR"])("an amount of data is none in %s", (cell) => {
    const { lines, problems } = read(`class;size;zone\nsbs_5k;${cell};fr-par-1\n`);
    expect(lines).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ code: "UNKNOWN_UNIT", column: "size", suggestions: ["GB"] }),
    ]);
  });

  it("of 2 to the power are converted exactly", () => {
    const sheet = read("class;size;zone\nsbs_5k;512 GiB;fr-par-1\n");
    expect(first(sheet).resource.blockVolume?.sizeGb).toBe(549.755813888);
  });
});

describe("dates", () => {
  const period = (cells: readonly string[]) => {
    const sheet = read(
      `type;zone;from;to\n${cells.map((cell) => `PRO2-S;fr-par-1;${cell};2026-12-01`).join("\n")}\n`,
    );
    return [
      sheet.lines.map(({ item }) => item.during?.start),
      sheet.problems.map(({ code, line }) => [line, code]),
    ];
  };

  it.each([
    ["2026-03-04", "2026-03-04"],
    ["2026-03-04T05:06:07Z", "2026-03-04T05:06:07Z"],
    ["2026/3/4", "2026-03-04"],
    ["4.3.2026", "2026-03-04"],
    ["31/03/2026", "2026-03-31"],
    ["03/31/2026", "2026-03-31"],
    ["03/03/2026", "2026-03-03"],
  ])("%s is %s", (cell, start) => {
    expect(period([cell])).toEqual([[start], []]);
  });

  it("are decided over the whole column, or told", () => {
    expect(period(["03/04/2026"])).toEqual([[], [[2, "AMBIGUOUS_DATE"]]]);
    expect(period(["03/04/2026", "31/03/2026"])).toEqual([["2026-04-03", "2026-03-31"], []]);
    expect(period(["yesterday"])).toEqual([[], [[2, "NOT_A_DATE"]]]);
  });
});

describe("names and places", () => {
  it("are taken as they are written, for the graph to judge", () => {
    expect(first(read("type;zone\ndev1_m;PAR1\n")).resource).toEqual({
      instance: { type: "dev1_m", zone: "PAR1" },
    });
    expect(first(read("product;type;zone\ninstance;X64-2GB;fr-par-1\n")).resource.instance?.type).toBe(
      "X64-2GB",
    );
  });

  it("a region is not taken for one of its zones", () => {
    const { lines, problems } = read("type;location\nPRO2-S;fr-par\n");
    expect(lines).toEqual([]);
    expect(problems[0]).toMatchObject({ line: 2, column: "location", code: "UNKNOWN_ZONE" });
    expect([...(problems[0]?.suggestions ?? [])].sort()).toEqual(["fr-par-1", "fr-par-2", "fr-par-3"]);
  });

  it("a region where the zone stands that need not be given is the region", () => {
    const { lines, problems } = read("offer;zone\nkapsule;fr-par\nkapsule;FR-PAR\nkapsule;fr-par-2\n");
    expect(problems).toEqual([]);
    expect(lines.map(({ item }) => item.resource.kubernetesCluster)).toEqual([
      { controlPlane: "kapsule", region: "fr-par" },
      expect.objectContaining({ region: expect.stringMatching(/^fr-par$/i) }),
      { controlPlane: "kapsule", region: "fr-par", zone: "fr-par-2" },
    ]);
  });

  it("a region and a zone side by side are both understood", () => {
    const sheet = read(
      "offer;region;zone;size\nPRO2-S;fr-par;fr-par-2;\nstandard;fr-par;;10\nkapsule;fr-par;fr-par-2;\n",
    );
    expect([sheet.problems, sheet.notes]).toEqual([[], []]);
    expect(items(sheet).map((item) => (item as Item).resource)).toEqual([
      { instance: { type: "PRO2-S", zone: "fr-par-2" } },
      { objectBucket: { storageClass: "standard", region: "fr-par", storedGb: 10 } },
      { kubernetesCluster: { controlPlane: "kapsule", region: "fr-par", zone: "fr-par-2" } },
    ]);
  });

  it("constants of the graph are found however they are spelt, or the line is told", () => {
    const sheet = read("type;zone;allocation rule\nPRO2-S;fr-par-1;sum of shares\nPRO2-S;fr-par-1;halves\n");
    expect(first(sheet).resource.instance?.allocationRule).toBe("SUM_OF_SHARES");
    expect(sheet.problems).toEqual([expect.objectContaining({ line: 3, code: "UNKNOWN_VALUE" })]);
  });

  it("two cells that contradict each other are told", () => {
    const { problems } = read("offer;type;zone\nPRO2-S;pro2-s;fr-par-1\nPRO2-S;PRO2-M;fr-par-1\n");
    expect(problems).toEqual([expect.objectContaining({ line: 3, column: "type", code: "CONTRADICTION" })]);
  });
});

describe("what is counted", () => {
  it("is zero where a line says nothing of it, and that is told", () => {
    const sheet = read("model,region\ngemma-3-27b-it,fr-par\ngemma-3-27b-it,fr-par\n");
    expect(sheet.lines).toHaveLength(2);
    expect(sheet.notes).toEqual([
      expect.objectContaining({
        code: "ZERO_TAKEN",
        line: 2,
        message: expect.stringMatching(/inputTokens.*2 times/),
      }),
    ]);
  });
});

describe("a cell of a text", () => {
  it("that is a list is told so, with its field", () => {
    const sheet = read(JSON.stringify([{ type: ["PRO2-S"], zone: "fr-par-1" }]));
    expect(sheet.problems).toEqual([
      expect.objectContaining({
        code: "UNKNOWN_VALUE",
        message: expect.stringContaining("is a text, and no list"),
      }),
    ]);
  });

  it("that says that it is unknown is not left out where it is needed", () => {
    const { lines, problems } = read("type;zone\nPRO2-S;unknown\nPRO2-S;fr-par-1\n");
    expect([lines.length, problems.map(({ line, code }) => [line, code])]).toEqual([
      1,
      [[2, "UNKNOWN_VALUE"]],
    ]);
  });
});
