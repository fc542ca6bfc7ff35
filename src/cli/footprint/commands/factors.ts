import { Option } from "commander";
import { CONFIDENCES } from "../../../core/formulas";
import type { CommandModule } from "../context";
import { EXIT } from "../exit-codes";
import { addOutputOptions, addServerOption, type OutputOptions } from "../options/output";
import { print } from "../output/print";
import { factorsReport } from "../reports/factors";

interface FactorsOptions extends OutputOptions {
  readonly asOf?: string;
  readonly confidence?: string;
}

export const factorsCommand: CommandModule = {
  build(command, context) {
    const { footprints, io } = context;
    const confidences = CONFIDENCES.map((one) => one.toLowerCase());
    command
      .argument("[words...]", "words of its name, its series or its source: pue fr-par-2")
      .optionsGroup("Which:")
      .option("--as-of <day>", "only those in force on the day; all vintages when left out")
      .addOption(new Option("--confidence <confidence>", "only those that are so sure").choices(confidences));
    addOutputOptions(command);
    addServerOption(command);
    command.action(async (words: readonly string[]) => {
      const { asOf, confidence, ...output } = command.opts<FactorsOptions>();
      const found = await (await footprints()).factors({ matching: words.join(" "), asOf });
      const wanted =
        confidence === undefined ? found : found.filter((one) => one.confidence === confidence.toUpperCase());
      await print(factorsReport(wanted), output, io);
      // So that a pipeline that looks for a factor fails if there is none.
      if (wanted.length === 0) context.exitCode = EXIT.failed;
    });
    return undefined;
  },
};
