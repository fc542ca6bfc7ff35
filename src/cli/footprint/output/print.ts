import { type Io, isColoured, widthOf } from "../io";
import { formatOf, type OutputOptions } from "../options/output";
import type { Report } from "./report";

/** Writes an answer as it was asked for. */
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

/** Quiet is the figure alone. */
function shown(report: Report, { quiet = false }: OutputOptions): Pick<Report, "blocks"> {
  if (!quiet) return report;
  const [figure] = report.blocks.filter(({ kind }) => kind === "figure");
  return figure?.kind === "figure" ? { blocks: [{ kind: "text", text: figure.figure }] } : report;
}
