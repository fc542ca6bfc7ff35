import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { eachRecord } from "../../src/core/factors";

type Lined = readonly [cells: readonly string[], line: number];

const OPTIONS = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };

function read(text: string): Lined[] {
  const records: Lined[] = [];
  eachRecord(text, (cells, line) => records.push([cells, line]));
  return records;
}

function readByLibrary(text: string): Lined[] {
  const records = parse(text, OPTIONS) as unknown as { record: string[]; info: { lines: number } }[];
  return records.map(({ record, info }) => [record, info.lines]);
}

/** What is read, or why it is no CSV. */
function outcome(reader: (text: string) => Lined[], text: string): unknown {
  try {
    const records = reader(text);
    // The library counts a Windows line end within a cell as two.
    return text.includes("\r\n") ? records.map(([cells]) => cells) : records;
  } catch (error) {
    return (error as Error).message;
  }
}

const characters = (...unit: string[]) => fc.string({ unit: fc.constantFrom(...unit), maxLength: 4 });
const quoted = characters("a", " ", ",", '"', "\n", "\r").map((cell) => `"${cell.replaceAll('"', '""')}"`);
const odd = characters("a", " ", "\t", "é", ";", "\\", "'", '"', "\n", "\r", "\v", "\f", "\u00a0", "\u2028");
const plain = characters("a", " ", "\t", "é", ";", "\u00a0", "\\", "'");

function anyText(cell: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
  return fc
    .tuple(fc.constantFrom("", "\ufeff"), fc.array(line), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean())
    .map(([mark, lines, end, isEnded]) => mark + lines.join(end) + (isEnded ? end : ""));
}

describe("the records of a CSV text", () => {
  it.each([
    ["with no quotes", plain],
    ["with sound quotes", fc.oneof(plain, quoted)],
    ["with anything", fc.oneof(plain, quoted, odd)],
  ])("are those that the library reads, with their lines: %s", (_, cell) => {
    fc.assert(
      fc.property(anyText(cell), (text) => {
        expect(outcome(read, text)).toEqual(outcome(readByLibrary, text));
      }),
      { numRuns: 200 },
    );
  });

  it("have the line of an editor where cells have line ends of Windows", () => {
    expect(read('a,"b\r\nc"\r\n\r\nd,e\r\n')).toEqual([
      [["a", "b\r\nc"], 2],
      [["d", "e"], 4],
    ]);
  });
});
