import { type OutputOptions } from "../options/output";
import { type PeriodOptions, periodOf } from "../options/period";
import { addThresholdOption, type ThresholdOptions } from "../options/threshold";
import { print } from "../output/print";
import { estimateReport } from "../reports/estimate";
import { resourceCommand } from "../resource-command";
import { holdTo } from "../threshold";

export const estimateCommand = resourceCommand<OutputOptions & PeriodOptions & ThresholdOptions>({
  addOptions: addThresholdOption,
  run: async (resource, options, context) => {
    const footprints = await context.footprints();
    const estimate = await footprints.estimate({ ...resource, ...periodOf(options) });
    await print(estimateReport(estimate), options, context.io);
    holdTo(options.failAbove, estimate.total, context);
  },
});
