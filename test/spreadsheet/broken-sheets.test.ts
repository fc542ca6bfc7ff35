import { openSheet, type Sheet } from "../../src/spreadsheet";
import { codes, composedProducts, items, reader } from "./support/products";

const read = reader();
const ONE = { resource: { instance: { type: "PRO2-S", zone: "fr-par-1" } } };
const TWO = { resource: { instance: { type: "DEV1-M", zone: "fr-par-2" } } };
const PLAIN = "type;zone\nPRO2-S;fr-par-1\nDEV1-M;fr-par-2\n";

/** A sheet that is mostly Greek. */
const NAME = "Διακομιστής".repeat(40);
const GREEK = `type;zone;${NAME}\nPRO2-S;fr-par-1;${NAME}\nDEV1-M;fr-par-2;${NAME}\n`;

/** UTF-16 with the bytes in the other order than Node writes them. */
function bigEndian(text: string): Uint8Array {
  return Buffer.from(text, "utf16le").swap16();
}

describe("files of any program", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(GREEK)],
    ["UTF-16", Buffer.from(`\uFEFF${GREEK}`, "utf16le")],
    ["UTF-16 of the other order", bigEndian(`\uFEFF${GREEK}`)],
  ])("in %s keep letters of any script, though half of their bytes are no zeros", (_, source) => {
    const sheet = read(source);
    expect([items(sheet), sheet.problems]).toEqual([[ONE, TWO], []]);
    expect(JSON.stringify(sheet)).toContain(NAME.slice(0, 20));
  });

  it.each<[string, string | Uint8Array]>([
    ["commas", PLAIN.replaceAll(";", ",")],
    ["semicolons", PLAIN],
    ["tabs", PLAIN.replaceAll(";", "\t")],
    ["bars", PLAIN.replaceAll(";", "|")],
    ["CR LF", PLAIN.replaceAll("\n", "\r\n")],
    ["CR", PLAIN.replaceAll("\n", "\r")],
    ["no last line break", PLAIN.trimEnd()],
    ["a byte order mark", `\uFEFF${PLAIN}`],
    ["bytes", Buffer.from(PLAIN)],
    ["bytes with a mark", Buffer.from(`\uFEFF${PLAIN}`)],
    ["UTF-16", Buffer.from(`\uFEFF${PLAIN}`, "utf16le")],
    ["UTF-16 of the other order", bigEndian(`\uFEFF${PLAIN}`)],
    ["UTF-16 without a mark", Buffer.from(PLAIN, "utf16le")],
    ["UTF-16 of the other order without a mark", bigEndian(PLAIN)],
    ["all in quotes", PLAIN.replace(/[^;\n]+/g, '"$&"')],
    ["spaces around quotes", PLAIN.replace(/[^;\n]+/g, ' "$&" ')],
    ["a line for the spreadsheet", `sep=;\n${PLAIN}`],
    ["blank lines", PLAIN.replaceAll("\n", "\n\n;\n")],
    ["blank columns at the end", PLAIN.replaceAll("\n", ";;\n")],
    [
      "a JSON array",
      JSON.stringify([
        { type: "PRO2-S", zone: "fr-par-1" },
        { type: "DEV1-M", zone: "fr-par-2" },
      ]),
    ],
    ["items of a portfolio", JSON.stringify([ONE, TWO])],
    ["variables of a portfolio", JSON.stringify({ items: [ONE, TWO] }, null, 2)],
    ["NDJSON", `${JSON.stringify(ONE)}\n\n${JSON.stringify({ type: "DEV1-M", zone: "fr-par-2" })}\n`],
  ])("with %s say the same, without a remark", (_, source) => {
    const sheet = read(source);
    expect([items(sheet), sheet.problems, sheet.notes]).toEqual([[ONE, TWO], [], []]);
  });

  it("may have a period for all lines beside a list of JSON", () => {
    const own = { ...TWO, during: { hours: 2 } };
    const sheet = read(JSON.stringify({ during: { hours: 5 }, title: "May", items: [ONE, own] }));
    expect(items(sheet)).toEqual([{ during: { hours: 5 }, ...ONE }, own]);
    expect(sheet.notes.map(({ code, column }) => [code, column])).toEqual([["UNKNOWN_COLUMN", "title"]]);
  });

  it("of old Windows are read, and it is told", () => {
    const bytes = Buffer.from("Name;Type;Zone\nDépôt;PRO2-S;fr-par-1\n", "latin1");
    const sheet = read(bytes);
    expect(items(sheet)).toEqual([{ label: "Dépôt", ...ONE }]);
    expect(sheet.notes.map(({ code }) => code)).toEqual(["ENCODING_GUESSED"]);
  });

  it("keep cells with line breaks, delimiters and quotes whole, and lines their numbers", () => {
    const { lines } = read(
      'label;type;zone\r\n"first\r\nsecond; ""third""";PRO2-S;fr-par-1\r\n\r\n19" rack;DEV1-M;fr-par-2\r\n',
    );
    expect(lines).toEqual([
      { line: 2, item: { label: 'first\r\nsecond; "third"', ...ONE } },
      { line: 5, item: { label: '19" rack', ...TWO } },
    ]);
  });

  it("may have a title above and comments within, which are told", () => {
    const sheet = read(`Inventory of the week;\n\n# by hand\n${PLAIN}# the end\n`);
    expect(sheet.lines.map(({ line }) => line)).toEqual([5, 6]);
    expect(sheet.notes.map(({ line, code }) => [line, code])).toEqual([
      [1, "LINES_ABOVE_HEADERS"],
      [3, "COMMENT"],
    ]);
  });

  it.each([
    ["Total;;;4", 2],
    ["Grand total:;;;4", 2],
    ["Summe;;;4,5 kg", 2],
    ["Gesamt;;;=SUM(D2:D3)", 2],
    ["Sous-total;;;€ 1 234,00", 2],
    ["Total général;;;1,234.5", 2],
  ])("may add lines up, which is told and counts as none: %s", (total) => {
    const sheet = read(`name;type;zone;count\nweb;PRO2-S;fr-par-1;3\n${total}\ntotal;PRO2-S;fr-par-1;1\n`);
    expect([sheet.problems, sheet.lines.map(({ line }) => line)]).toEqual([[], [2, 4]]);
    expect(sheet.notes.map(({ line, code }) => [line, code])).toEqual([[3, "TOTALS"]]);
  });

  it.each([
    ["Total;PRO9;fr-par-1;1", "UNKNOWN_OFFER"],
    ["Total cost;;;1", "MISSING_VALUE"],
    ["Totally;;;1", "MISSING_VALUE"],
    ["Total;;;", "MISSING_VALUE"],
    ["Total;;nowhere;2", "MISSING_VALUE"],
  ])("take no line for one that adds up which may be a resource: %s", (line, code) => {
    const sheet = read(`name;type;zone;count\nweb;PRO2-S;fr-par-1;3\n${line}\n`);
    expect(codes(sheet)).toEqual([[3, code]]);
  });

  it.each(["", "\n\n", "type;zone\n", "[]", '{"items":[]}'])("that are empty say so: %j", (text) => {
    expect(codes(read(text))).toEqual([[null, "EMPTY"]]);
  });
});

describe("files that are no text", () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const any = bytes(
    Array.from({ length: 3_000 }, (_, at) => String.fromCharCode(1 + ((at * 7919) % 255))).join(""),
  );

  it.each([
    ["a workbook", bytes("PK\u0003\u0004\u0014\u0006\u0008type,zone\nPRO2-S,fr-par-1\n")],
    ["an old workbook", bytes(`\u00d0\u00cf\u0011\u00e0${"\0".repeat(600)}`)],
    ["a PDF", bytes("%PDF-1.7\ntype,zone\nPRO2-S,fr-par-1\n")],
    ["a picture", bytes("\u0089PNG\r\n\u001a\n")],
    ["bytes without a zero", any],
  ])("say what they may be, and nothing else: %s", (_what, source) => {
    const sheet = read(source);
    expect(sheet.lines).toEqual([]);
    expect(sheet.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("no text, but a workbook, a PDF or an archive"),
    ]);
  });

  it("are not those with a stray sign in them, or with the end that old programs write", () => {
    expect(read(`${PLAIN.replace("PRO2-S", "PRO2-S\u0007")}\u001a`).lines).not.toEqual([]);
  });
});

describe("a broken line spoils no other", () => {
  const between = (broken: string) => read(PLAIN.replace("\nDEV1", `\n${broken}\nDEV1`));

  it.each([
    ['"PRO2-S;fr-par-1', "BROKEN_LINE"],
    ['"PRO2-S" x;fr-par-1', "BROKEN_LINE"],
    ["PRO2-S;fr-par-1;more", "TOO_MANY_CELLS"],
    ["PRO2-S", "MISSING_VALUE"],
    [";fr-par-1", "MISSING_VALUE"],
    ["nonsense;fr-par-1", "UNKNOWN_OFFER"],
    ["Total;", "UNKNOWN_OFFER"],
  ])("%s", (broken, code) => {
    const sheet = between(broken);
    expect(items(sheet)).toEqual([ONE, TWO]);
    expect(codes(sheet)).toEqual([[3, code]]);
  });

  it("not even where its quote is closed by that of another line", () => {
    const text = `label;type;zone\n"a;PRO2-S;fr-par-1\nb;PRO2-S;fr-par-1\nc;DEV1-M;fr-par-2\n"d";DEV1-M;fr-par-2\n`;
    const sheet = read(text);
    expect(sheet.lines.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(codes(sheet)).toEqual([[2, "BROKEN_LINE"]]);
  });

  it("in an array or a file of JSON", () => {
    const [one, two] = [JSON.stringify(ONE), JSON.stringify(TWO)];
    for (const text of [`[\n${one},\n{"type": oops},\n${two}\n]`, `\n${one}\n{"type": oops}\n${two}`]) {
      expect([items(read(text)), codes(read(text))]).toEqual([[ONE, TWO], [[3, "BROKEN_LINE"]]]);
    }
    const others = [5, null, [], {}, { resource: {} }, { resource: { instance: {}, other: {} } }];
    const sheet = read(JSON.stringify([ONE, ...others, TWO], null, 0).replaceAll("},", "},\n"));
    expect(items(sheet)).toEqual([ONE, TWO]);
    expect(sheet.problems).toHaveLength(others.length);
  });

  it("and all that is wrong with it is told at once", () => {
    expect(codes(read("class;size;zone;hours\nsbs_5k;n/a;;many\n"))).toEqual([
      [2, "UNKNOWN_VALUE"],
      [2, "MISSING_VALUE"],
      [2, "NOT_A_NUMBER"],
    ]);
  });

  it("where each is broken, and none of them closes a quote", () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `"${at};PRO2-S;fr-par-1`).join("\n");
    const sheet = read(`label;type;zone\n${rows}\n`);
    expect([sheet.lines.length, sheet.problems.length]).toEqual([0, 20_000]);
  });
});

describe("a long sheet", () => {
  const many = 50_000;
  const text = `label;type;zone;hours\n${Array.from({ length: many }, (_, at) => `n${at};PRO2-S;${at % 10 === 0 ? "" : "fr-par-1"};${at % 700},5`).join("\n")}\n`;
  const sheet: Sheet = openSheet(text, { products: composedProducts() });

  it("is read in chunks, each line once", () => {
    let lines = 0;
    let problems = 0;
    let last = 0;
    for (const chunk of sheet.read(5_000)) {
      lines += chunk.lines.length;
      problems += chunk.problems.length;
      expect(chunk.rowsRead).toBeGreaterThan(last);
      last = chunk.rowsRead;
    }
    expect([sheet.rows, lines, problems, last]).toEqual([many, 45_000, 5_000, many]);
  });
});
