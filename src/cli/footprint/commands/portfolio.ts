import type { Portfolio, PortfolioItem } from "../../../library";
import { openSheet, type Sheet, type SheetProblem } from "../../../spreadsheet";
import type { CommandModule, Context } from "../context";
import { EXIT } from "../exit-codes";
import { addOutputOptions, addServerOption, type OutputOptions } from "../options/output";
import { addPeriodOptions, type PeriodOptions, periodOf } from "../options/period";
import { addThresholdOption, type ThresholdOptions } from "../options/threshold";
import { type LineProblem, linesText } from "../output/line-problems";
import { print } from "../output/print";
import { progressOf } from "../output/progress";
import { readFileOrInput } from "../read-file";
import { ofWholeFile, portfolioReport, type ReadPortfolio } from "../reports/portfolio";
import { holdTo } from "../threshold";

type Options = OutputOptions & PeriodOptions & ThresholdOptions;

/** All lines of a file, and their sum. An invalid line is reported with its number, and affects no other line. */
export const portfolioCommand: CommandModule = {
  build(command, context) {
    command
      .usage("<file> [options]")
      .argument(
        "<file>",
        "CSV of any kind, JSON or NDJSON, with a header or a field for each thing said; - for stdin",
      );
    addPeriodOptions(command);
    addThresholdOption(command);
    addOutputOptions(command);
    addServerOption(command);
    command.action((file: string) => portfolio(file, command.opts<Options>(), context));
    return undefined;
  },
};

async function portfolio(file: string, options: Options, context: Context): Promise<void> {
  const { io } = context;
  const footprints = await context.footprints();
  const bytes = await readFileOrInput(file, "file", io);
  const sheet = openSheet(bytes, { products: await footprints.products() });
  const read: ReadSheet = { numbers: [], problems: [] };
  const progress = await progressOf(sheet.rows, io, options);
  const answer = await footprints
    .portfolio(itemsOf(sheet, read), { ...periodOf(options), onProgress: () => progress.at(read.rows ?? 0) })
    .finally(() => progress.end());
  const problems = [
    ...(sheet.problem === null ? read.problems : [sheet.problem]),
    ...problemsOf(answer, read.numbers),
  ];
  const asRead: ReadPortfolio = {
    file,
    portfolio: answer,
    rows: sheet.rows,
    numbered: sheet.numbered,
    numbers: read.numbers,
    problems,
    notes: sheet.notes(),
  };
  const whole = { ...asRead, portfolio: ofWholeFile(asRead) };
  tell(whole, options, context);
  await print(portfolioReport(whole), options, io);
  holdTo(options.failAbove, whole.portfolio.sum?.total ?? null, context);
}

interface ReadSheet {
  /** Line of the file of each item. */
  readonly numbers: number[];
  readonly problems: SheetProblem[];
  /** Number of rows of the file. */
  rows?: number;
}

function* itemsOf(sheet: Sheet, read: ReadSheet): Generator<PortfolioItem> {
  for (const { lines, problems, rowsRead } of sheet.read()) {
    read.problems.push(...problems);
    read.rows = rowsRead;
    for (const { line, item } of lines) {
      read.numbers.push(line);
      yield item;
    }
  }
}

function problemsOf({ lines }: Portfolio, numbers: readonly number[]): LineProblem[] {
  return lines.flatMap(({ error }, index) => {
    if (error === null) return [];
    const { field, code, message, suggestions } = error;
    return [{ line: numbers[index] as number, column: field, code, message, suggestions }];
  });
}

/** Lines without a figure are always reported; with `--quiet`, remarks on how the file was read are not. */
function tell(
  { file, problems, notes, numbered }: ReadPortfolio,
  { quiet = false }: Options,
  context: Context,
): void {
  if (!quiet) for (const text of linesText(file, notes, numbered)) context.io.err.write(`note: ${text}\n`);
  for (const text of linesText(file, problems, numbered)) context.io.err.write(`${text}\n`);
  if (problems.length > 0) context.exitCode = EXIT.failed;
}
