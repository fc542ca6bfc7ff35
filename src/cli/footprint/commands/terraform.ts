import type { Command } from "commander";
import type { TerraformAnswer } from "../../../library";
import type { CommandModule, Context } from "../context";
import { readDayOption, readHours } from "../options/amounts";
import { addChangeThresholdOption, type ChangeThreshold, holdChangeTo } from "../options/change-threshold";
import { addOutputOptions, addServerOption, formatOf, type OutputOptions } from "../options/output";
import { addThresholdOption, type ThresholdOptions } from "../options/threshold";
import { print } from "../output/print";
import { readFileOrInput, readUsage } from "../read-file";
import { planAmounts, terraformReport } from "../reports/terraform";
import { terraformMarkdown } from "../reports/terraform-markdown";
import { holdTo } from "../threshold";

interface TerraformOptions extends OutputOptions, ThresholdOptions {
  readonly baseline?: string;
  readonly usage?: string;
  readonly zone?: string;
  readonly region?: string;
  readonly hours?: number;
  readonly asOf?: Date;
  readonly failAboveChange?: readonly ChangeThreshold[];
}

export const terraformCommand: CommandModule = {
  build(command, context) {
    command
      .argument("<plan>", "JSON of a plan or a state (terraform show -json), or a state file; - reads stdin")
      .optionsGroup("What it is beside the plan:")
      .option(
        "--baseline <file>",
        "what the change is against: JSON of an earlier run, another plan or state",
      )
      .option("--usage <file>", "amounts that no plan has, by address or type, as YAML or JSON")
      .option(
        "--zone <zone>",
        "zone of resources that name none; wins over their provider, as SCW_DEFAULT_ZONE does",
      )
      .option("--region <region>", "region of those that name none, as SCW_DEFAULT_REGION")
      .optionsGroup("Period:")
      .option("--hours <hours>", "how long: 730, 30d or 2w (default: a month of 730 hours)", readHours)
      .option("--as-of <day>", "day whose factors and formulas are used", readDayOption);
    command.optionsGroup("Limits:");
    addThresholdOption(command);
    addChangeThresholdOption(command);
    addOutputOptions(command);
    addServerOption(command);
    command.action((plan: string) => run(plan, command, context));
    return undefined;
  },
};

async function run(plan: string, command: Command, context: Context): Promise<void> {
  const options = command.opts<TerraformOptions>();
  const report = await answerTo(plan, options, context);
  if (formatOf(options) === "markdown" && options.quiet !== true)
    context.io.out.write(terraformMarkdown(report));
  else await print(terraformReport(report), options, context.io);
  holdTo(options.failAbove, planAmounts(report), context);
  holdChangeTo(options.failAboveChange, report, context);
}

async function answerTo(file: string, options: TerraformOptions, context: Context): Promise<TerraformAnswer> {
  const { io, footprints } = context;
  const { baseline, usage, zone, region, hours, asOf } = options;
  const plan = await readFileOrInput(file, "plan", io);
  return (await footprints()).terraform(plan, {
    ...{ zone, region, hours, asOf },
    baseline: baseline === undefined ? null : await readFileOrInput(baseline, "baseline", io),
    usage: usage === undefined ? null : ((await readUsage(usage, io)) as object),
  });
}
