import type { OutputOptions } from "../options/output";
import { type PeriodOptions, periodOf } from "../options/period";
import { print } from "../output/print";
import { alternativesReport } from "../reports/alternatives";
import { resourceCommand } from "../resource-command";

export const alternativesCommand = resourceCommand<OutputOptions & PeriodOptions>({
  run: async (resource, options, { footprints, io }) => {
    const found = await (await footprints()).alternatives({ ...resource, ...periodOf(options) });
    await print(alternativesReport(found), options, io);
  },
});
