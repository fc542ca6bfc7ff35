import { readFileSync } from "node:fs";
import { DataError, describeProblem } from "../../src/core/factors";
import { formatBenchmarksCsv, parseBenchmarksCsv, SHIPPED_SEED } from "../../src/stores/benchmarks";
import { entry, manyEntries } from "./support/entries";

const COLUMNS = (readFileSync(SHIPPED_SEED, "utf8").split("\n")[0] ?? "").split(",");
const SOUND: Readonly<Record<string, string>> = {
  model: "parrot-7b",
  gpu_model: "NVIDIA L4",
  gpu_count: "1",
  token_type: "OUTPUT",
  tokens_per_second: "100",
  low: "50",
  high: "2e2",
  precision: "FP8",
  engine: "vLLM",
  node: "",
  role: "primary",
  measured_on: "2025-06-01",
  confidence: "ASSUMED",
  source: "a run of ours",
  url: "",
  note: "",
};

function file(...rows: Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => ({ ...SOUND, ...row })[column] ?? "").join(","));
  return [COLUMNS.join(","), ...lines].join("\n");
}

function problemsOf(text: string): string[] {
  try {
    parseBenchmarksCsv(text, "file.csv");
    return [];
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(describeProblem);
    throw error;
  }
}

describe("parseBenchmarksCsv", () => {
  it("reads rows, in any order of columns", () => {
    const [read] = parseBenchmarksCsv(file({}), "file.csv");
    expect(read).toEqual(
      entry({
        measuredOn: "2025-06-01",
        node: null,
        url: null,
        tokensPerSecond: { low: 50, expected: 100, high: 200 },
      }),
    );
    const reversed = file({})
      .split("\n")
      .map((line) => line.split(",").reverse().join(","))
      .join("\r\n");
    expect(parseBenchmarksCsv(`\ufeff${reversed}\r\n`, "file.csv")).toEqual([read]);
  });

  it.each<[Record<string, string>, string]>([
    [{ model: "" }, "column model: is empty"],
    [{ gpu_count: "0" }, "column gpu_count: 0 is below 1"],
    [{ gpu_count: "1.5" }, "column gpu_count: 1.5 is not a whole number"],
    [{ token_type: "Output" }, 'column token_type: "Output" is not one of INPUT, OUTPUT'],
    [{ tokens_per_second: "1 000" }, 'column tokens_per_second: "1 000" is not a number'],
    [
      { tokens_per_second: "1e999" },
      "column tokens_per_second: 1e999 is more than anything that is counted or measured here",
    ],
    [{ low: "" }, "column low: is empty"],
    [{ low: "0" }, "column low: 0 is not a speed: it must be above 0"],
    [{ low: "101" }, "column low: 101 is above the value 100"],
    [{ high: "99" }, "column high: 99 is below the value 100"],
    [{ role: "main" }, 'column role: "main" is not one of primary, alternative'],
    [{ measured_on: "2025-02-30" }, 'column measured_on: "2025-02-30" is not a day'],
    [{ measured_on: "06/2025" }, 'column measured_on: "06/2025" is not a day'],
    [{ confidence: "derived" }, 'column confidence: "derived" is not one of PUBLISHED'],
    [{ source: "" }, "column source: is empty"],
    [{ url: "example.org" }, 'column url: "example.org" is not a web address'],
    [{ note: "a\u0007b" }, "column note: has a control character"],
    [{ note: "a\u007fb" }, "column note: has a control character"],
    [{ note: "ä\u0085" }, "column note: has a control character"],
    [{ note: "\ud800b" }, "column note: has a control character"],
    [{ note: "one,more" }, "has 17 cells where the header has 16"],
    [{ model: "Parrot-7b", gpu_count: "2" }, 'column model: "Parrot-7b" is spelled "parrot-7b" in row 2'],
    [
      {},
      "column model: repeats the key of row 2: parrot-7b on 1 x NVIDIA L4, OUTPUT, measured on 2025-06-01",
    ],
  ])("tells what is wrong, and in which row: %j", (change, problem) => {
    const problems = problemsOf(file({}, { ...change }, { gpu_count: "3" }));
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).toMatch(/^file\.csv, row 3/);
  });

  it.each([
    ["", "file.csv: is empty"],
    ["model,modell", "file.csv, row 1, column modell: unknown column"],
    [file({}).replace("low", "high"), "file.csv, row 1, column low: missing column"],
    [`${COLUMNS.join(",")},note`, "file.csv, row 1: a column appears twice"],
    [`${file({})}\n"x`, "not readable as CSV"],
  ])("tells what is wrong with the file as a whole: %j", (text, problem) => {
    expect(problemsOf(text).join("\n")).toContain(problem);
  });

  it.each([
    ["semicolons", file({}).replaceAll(",", ";"), 'file.csv: looks like separated by ";"'],
    [
      "semicolons, a byte order mark and quotes",
      `\ufeff${file({})
        .replace(/[^,\n]+/g, '"$&"')
        .replaceAll(",", ";")}`,
      'file.csv: looks like separated by ";": save it with commas between columns, and with decimal points',
    ],
    ["tabs", file({}).replaceAll(",", "\t"), "file.csv: looks like separated by tabs"],
    ["bars", file({}).replaceAll(",", "|"), 'file.csv: looks like separated by "|"'],
    [
      "Excel's own line",
      `sep=;\r\n${file({}).replaceAll(",", ";")}`,
      'file.csv: looks like separated by ";"',
    ],
    ["Excel's line before commas", `sep=,\n${file({})}`, 'file.csv: the line "sep=…" is for a spreadsheet'],
    [
      "a name with a slip",
      file({}).replace("gpu_model", "GPU model"),
      "row 1, column GPU model: unknown column: is gpu_model meant?",
    ],
    [
      "a decimal comma",
      file({ low: '"50,5"' }),
      'row 2, column low: "50,5" is not a number: decimals follow a point',
    ],
    [
      "a decimal comma without quotes",
      file({ low: "50,5" }),
      "row 2: has 17 cells where the header has 16: a text with a comma must be in quotes",
    ],
    [
      "separated thousands",
      file({ high: "1 000" }),
      'column high: "1 000" is not a number: decimals follow a point, and thousands',
    ],
  ])("says how another program wrote it: %s", (_, text, problem) => {
    expect(problemsOf(text).join("\n")).toContain(problem);
  });

  it("takes letters, signs and pairs of surrogates of any script", () => {
    const note = "Débit é – 速度 🦜 ~";
    expect(parseBenchmarksCsv(file({ note }), "file.csv").map((read) => read.note)).toEqual([note]);
  });

  it("gives a list that stays as it was found sound", () => {
    expect(Object.isFrozen(parseBenchmarksCsv(file({}), "file.csv"))).toBe(true);
  });

  it("takes semicolons and tabs in texts", () => {
    const text = file({ note: '"a; b\tc"', source: "x;y;z" });
    expect(parseBenchmarksCsv(text, "file.csv")[0]).toMatchObject({ note: "a; b\tc", source: "x;y;z" });
  });

  it("names the lines of rows behind blank lines and texts of several lines", () => {
    const [header, row] = file({ note: '"one\ntwo"' }).split(/\n(?=parrot)/);
    const bad = row?.replace("parrot-7b", "other").replace(",100,", ",x,");
    expect(problemsOf(`${header}\n\n${row}\n\n${bad}`)).toEqual([
      expect.stringMatching(/^file\.csv, row 7, column tokens_per_second: "x" is not a number/),
    ]);
    expect(problemsOf(`${header}\n\n${row}\n${row}`).join()).toMatch(
      /row 6, column model: repeats the key of row 4/,
    );
  });

  it("tells everything at once, in the order of the rows", () => {
    const problems = problemsOf(file({ low: "x" }, {}, { high: "y", url: "z" }, {}));
    expect(problems.map((problem) => /row (\d)/.exec(problem)?.[1])).toEqual(["2", "4", "4", "5"]);
  });

  it("reads back what is written", () => {
    const entries = [...manyEntries(50), entry({ note: 'a "quoted",\nsecond line', source: " x " })];
    const read = parseBenchmarksCsv(formatBenchmarksCsv(entries), "file.csv");
    expect(read.slice(0, 50)).toEqual(entries.slice(0, 50));
    expect(read[50]?.note).toBe('a "quoted",\nsecond line');
  });
});

describe("the seed", () => {
  const seed = parseBenchmarksCsv(readFileSync(SHIPPED_SEED, "utf8"), SHIPPED_SEED);

  it("has one primary node per model and a source for every speed", () => {
    const nodes = new Map<string, Set<string>>();
    for (const { model, gpuModel, gpuCount, role } of seed) {
      const ofModel = nodes.get(model) ?? new Set();
      if (role === "primary") ofModel.add(`${gpuCount} x ${gpuModel}`);
      nodes.set(model, ofModel);
    }
    expect([...nodes].filter(([, ofModel]) => ofModel.size !== 1)).toEqual([]);
    expect(nodes.size).toBe(25);
    expect(seed.filter(({ url }) => url === null)).toEqual([]);
  });

  it("names the GPUs of the hardware catalogue, but for one that is only known from its benchmark", () => {
    const catalogue = readFileSync("src/core/factors/data/gpus.csv", "utf8").split("\n");
    const gpus = new Set(catalogue.map((line) => line.split(",")[0]));
    const strangers = new Set(seed.map(({ gpuModel }) => gpuModel).filter((name) => !gpus.has(name)));
    expect([...strangers].filter((name) => name !== "NVIDIA H200 SXM 141GB")).toEqual([]);
  });
});
