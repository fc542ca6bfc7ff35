import { isRecord } from "../../../core/helpers";
import { type Io, isColoured, widthOf } from "../io";
import { formatOf, type OutputOptions } from "../options/output";
import { printable } from "./plain-words";
import type { Report } from "./report";

/** Writes a report in the requested format. */
export async function print(report: Report, options: OutputOptions, io: Io): Promise<void> {
  const format = formatOf(options);
  if (format === "json") io.out.write(`${JSON.stringify(report.answer, null, 2)}\n`);
  else if (format === "csv") io.out.write((await import("./csv")).csvText(report.csv));
  else if (format === "markdown")
    io.out.write((await import("./markdown")).markdownText(shown(report, options)));
  else {
    const [{ terminalText }, { styleFor }] = await Promise.all([import("./terminal"), import("./style")]);
    const page = { width: widthOf(io), style: styleFor(isColoured(io, io.out)) };
    io.out.write(terminalText(shown(report, options), page));
  }
}

/** Texts of a report can come from a file. */
function printableBlocks<T>(value: T): T {
  if (typeof value === "string") return printable(value) as T;
  if (Array.isArray(value)) return value.map(printableBlocks) as T;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, printableBlocks(one)])) as T;
}

/** `--quiet` prints the figure only. */
function shown({ blocks }: Report, { quiet = false }: OutputOptions): Pick<Report, "blocks"> {
  if (!quiet) return { blocks: printableBlocks(blocks) };
  const [figure] = blocks.filter(({ kind }) => kind === "figure");
  const isFigure = figure?.kind === "figure";
  return { blocks: isFigure ? [{ kind: "text", text: figure.figure }] : printableBlocks(blocks) };
}
