import type { Command } from "commander";
import { readHours } from "../options/amounts";
import type { OutputOptions } from "../options/output";
import { print } from "../output/print";
import { historyReport } from "../reports/history";
import { resourceCommand } from "../resource-command";

interface HistoryOptions extends OutputOptions {
  readonly from?: string;
  readonly to?: string;
  readonly hours?: number;
}

const MS_PER_DAY = 86_400_000;
const DAYS_OF_YEAR = 365;

export const historyCommand = resourceCommand<HistoryOptions>({
  addPeriod: (command: Command) => {
    command
      .optionsGroup("Days:")
      .option("--from <day>", "first day (default: a year ago)")
      .option("--to <day>", "day after the last one (default: tomorrow)")
      .option("--hours <hours>", "what is estimated on each day (default: a month of 730 hours)", readHours);
  },
  run: async (resource, options, { footprints, io }) => {
    const { from = dayFromNow(-DAYS_OF_YEAR), to = dayFromNow(1), hours } = options;
    const history = await (await footprints()).history({ ...resource, from, to, hours });
    await print(historyReport(history), options, io);
  },
});

/** ISO day in UTC. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * MS_PER_DAY).toISOString().slice(0, 10);
}
