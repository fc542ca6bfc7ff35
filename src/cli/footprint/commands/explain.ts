import { Option } from "commander";
import { readWhole } from "../options/amounts";
import type { OutputOptions } from "../options/output";
import { type PeriodOptions, periodOf } from "../options/period";
import { print } from "../output/print";
import { explanationReport } from "../reports/explanation";
import { resourceCommand } from "../resource-command";

interface ExplainOptions extends OutputOptions, PeriodOptions {
  readonly depth?: number;
  readonly all?: boolean;
}

export const explainCommand = resourceCommand<ExplainOptions>({
  addOptions: (command) => {
    command
      .optionsGroup("Explanation:")
      .addOption(
        new Option("--depth <levels>", "how deep the tree is shown: 1 for the parts alone").argParser(
          readWhole,
        ),
      )
      .option("--all", "every formula of every criterion, not only those that give greenhouse gases");
  },
  run: async (resource, options, { footprints, io }) => {
    const explanation = await (await footprints()).explain({ ...resource, ...periodOf(options) });
    const { depth = Number.POSITIVE_INFINITY, all = false } = options;
    await print(explanationReport(explanation, { depth, all }), options, io);
  },
});
