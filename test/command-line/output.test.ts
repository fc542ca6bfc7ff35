import { given } from "../../src/cli/footprint/output/given";
import { linesText } from "../../src/cli/footprint/output/line-problems";
import { markdownText } from "../../src/cli/footprint/output/markdown";
import { plainWords, printable } from "../../src/cli/footprint/output/plain-words";
import type { Table } from "../../src/cli/footprint/output/report";
import { tableLines } from "../../src/cli/footprint/output/table";
import { visibleLength } from "../../src/cli/footprint/output/wrap";
import { ran } from "./support/ran";

const TABLE: Table = {
  columns: [{ title: "place" }, { title: "CO2e", isNumber: true }, { title: "why" }, { title: "operator" }],
  rows: [
    ["Manufacturing", "0.909 kg CO2e", "all that is made of it, and where", ""],
    ["Usage", "12.3 kg CO2e", null, null],
  ],
};

describe("a table in a narrow terminal", () => {
  const lines = (width: number): string[] => tableLines(TABLE, width, (text) => text);

  it("has no column that is empty, on a terminal and in Markdown", () => {
    expect(lines(80).join()).not.toContain("operator");
    expect(markdownText({ blocks: [{ kind: "table", table: TABLE }] })).not.toContain("operator");
    expect(tableLines({ ...TABLE, rows: [] }, 80, (text) => text)[0]).toContain("operator");
  });

  it("cuts texts before numbers, and breaks no word before both", () => {
    expect(lines(50)).toContain("Manufacturing  0.909 kg CO2e  all that is made of");
    const narrow = lines(34);
    expect(narrow.filter((line) => line.length > 34)).toEqual([]);
    expect(narrow.join(" ")).toContain("Manufacturing");
  });
});

describe("columns that a text takes", () => {
  it.each([
    ["plain", 5],
    ["Où – 3 µg", 9],
    ["\u001b[31mred\u001b[39m", 3],
    ["日本", 4],
    ["カー", 4],
    ["👩‍👩‍👧‍👦!", 3],
    ["🇫🇷", 2],
    ["e\u0301", 1],
    ["a\u200bb", 2],
    ["⚙️", 2],
  ])("%j", (text, columns) => {
    expect(visibleLength(text)).toBe(columns);
  });
});

describe("what was given", () => {
  it.each([
    [8784, "8,784"],
    [730.5, "730.5"],
    [0, "0"],
    [-1234567, "−1,234,567"],
    [1.155, "1.155"],
    [0.1 + 0.2, "0.3"],
    [1e300, "1e+300"],
  ])("%d is shown as %s", (number, text) => {
    expect(given(number)).toBe(text);
  });

  it("is shown with all its digits: hours, and numbers that can be compared with their source", async () => {
    const { out } = await ran("estimate instance PRO2-S --zone fr-par-2 --hours 8784");
    expect(out).toContain("in fr-par-2, 8,784 hours\n");
    const explained = await ran("explain instance PRO2-S --zone fr-par-2 --as-of 2026-10-01");
    expect(explained.out).toContain("DDV = 52,560 h [1]");
  });
});

describe("what is told of lines", () => {
  const problem = { column: "Typ", code: "UNKNOWN_OFFER", message: "No.", suggestions: [] };

  it("has the first numbers of thousands", () => {
    const problems = Array.from({ length: 5000 }, (_, at) => ({ ...problem, line: 2 + 3 * at }));
    expect(linesText("all.csv", problems)).toEqual([
      "all.csv, lines 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32, 35 and 4,988 more: Typ: No.",
    ]);
    const alike = Array.from({ length: 5000 }, (_, at) => ({ ...problem, line: 2 + at }));
    expect(linesText("all.csv", alike)).toEqual(["all.csv, lines 2-5001: Typ: No."]);
  });

  it("has the first of thousands of messages that name a value each, and which lines have the others", () => {
    const problems = Array.from({ length: 5000 }, (_, at) => ({
      ...problem,
      line: 2 + at,
      message: `No offer ${at}.`,
    }));
    const texts = linesText("all.csv", problems);
    expect(texts).toHaveLength(101);
    expect(texts[99]).toBe("all.csv, line 101: Typ: No offer 99.");
    expect(texts[100]).toBe("all.csv, lines 102-5001: 4,900 more. --json and --csv have them all.");
    const common = [5002, 5003].map((line) => ({ ...problem, line, message: "No zone." }));
    expect(linesText("all.csv", [...problems, ...common])[99]).toBe(
      "all.csv, lines 5002-5003: Typ: No zone.",
    );
  });
});

describe("texts of others on a terminal", () => {
  it("move no cursor and turn no direction", () => {
    expect(printable("a\u001b[2Jb\u0007c\u202ed\u009be\r\tf\n")).toBe("a�[2Jb�c�d�e�\tf\n");
  });

  it.each(["", "--markdown"])("are printed without what does, on stdout and stderr %s", async (format) => {
    const lines = [
      { label: "x\u001b]0;owned\u0007", type: "PRO2-S", zone: "fr-par-2" },
      { label: "y", type: "\u001b[2JPRO9", zone: "fr-par-2" },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join("\n");
    const { out, err } = await ran(`portfolio - ${format}`, { input });
    for (const text of [out, err]) {
      expect(text).toContain("�");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(text).not.toMatch(/[\u001b\u0007]/);
    }
  });
});

describe("sentences of an answer", () => {
  it.each([
    ["As requested by asOf, factors of 2026.", "As requested by --as-of, factors of 2026."],
    ['Or: during.asOf: "2024-09-11".', "Or: --as-of 2024-09-11."],
    ["`to` needs a `from`.", "--to needs a --from."],
    ["by `npm run calibrate`, from that day to this", "by npm run calibrate, from that day to this"],
  ])("%s is %s on a command line", (text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });

  it("keep their code in Markdown, and names of fields in JSON", async () => {
    const line = "estimate instance PRO2-S --zone fr-par-2 --as-of 2026-10-01";
    expect((await ran(`${line} --markdown`)).out).toContain("estimates by `npm run calibrate`.");
    expect((await ran(`${line} --json`)).out).toContain("As requested by asOf");
    const table = await ran(line);
    expect(table.out).toContain("As requested by --as-of");
    expect(table.out).not.toContain("`");
  });
});
