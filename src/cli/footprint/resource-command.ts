import type { Command } from "commander";
import type { Product, ResourceRequest } from "../../answers";
import { idOf, indexProducts, productNamed } from "../../answers/product-named";
import type { CommandModule, Context } from "./context";
import { withFlagValues } from "./options/normalise";
import { addOutputOptions, type OutputOptions } from "./options/output";
import { addPeriodOptions } from "./options/period";
import { flagsOf, ResourceOptions } from "./options/resource";

export interface ResourceCommand<Options> {
  /** Options beside those of the product, its period and its output. */
  readonly addOptions?: (command: Command) => void;
  /** Left out, it has the period of an estimate. */
  readonly addPeriod?: (command: Command) => void;
  readonly run: (resource: ResourceRequest, options: Options, context: Context) => Promise<void>;
}

/** A command about one resource: a subcommand for each product, with the options that its fields are. */
export function resourceCommand<Options extends OutputOptions>({
  addOptions,
  addPeriod = addPeriodOptions,
  run,
}: ResourceCommand<Options>): CommandModule {
  return {
    async build(command, context, args) {
      const products = await (await context.footprints()).products();
      const { product, rest } = chosenProduct(args, products);
      command.usage("<product> [offer] [options]").commandsGroup("Products:");
      for (const each of products) command.addCommand(subcommandOf(each, command));
      if (product === null) return undefined;
      const chosen = command.commands.find((one) => one.name() === idOf(product)) as Command;
      const resource = new ResourceOptions(product);
      resource.addTo(chosen);
      addPeriod(chosen);
      addOptions?.(chosen);
      addOutputOptions(chosen);
      chosen.action(() => run(resource.request(), chosen.opts<Options>(), context));
      return [idOf(product), ...withFlagValues(rest, flagsOf(product))];
    },
  };
}

function subcommandOf(product: Product, parent: Command): Command {
  const { name, description } = product;
  return parent
    .createCommand(idOf(product))
    .copyInheritedSettings(parent)
    .description(description)
    .summary(name)
    .allowExcessArguments(false);
}

/** The first word that names a product, wherever options stand. @throws FootprintError where words are given and none does */
function chosenProduct(
  args: readonly string[],
  products: readonly Product[],
): { product: Product | null; rest: readonly string[] } {
  const index = indexProducts(products);
  const words = args.flatMap((arg, at) => (arg.startsWith("-") ? [] : [at]));
  for (const at of words) {
    try {
      return { product: productNamed(args[at], index), rest: args.filter((_arg, other) => other !== at) };
    } catch {}
  }
  if (words.length === 0) return { product: null, rest: args };
  throw productError(args[words[0] as number], index);
}

function productError(name: string | undefined, index: ReturnType<typeof indexProducts>): unknown {
  try {
    return productNamed(name, index);
  } catch (error) {
    return error;
  }
}
