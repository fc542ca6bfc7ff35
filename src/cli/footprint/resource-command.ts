import type { Command } from "commander";
import { FootprintError, type Product, type ResourceRequest } from "../../library";
import {
  findProduct,
  idOf,
  indexProducts,
  inWords,
  productNamed,
  productsWithOffer,
} from "../../library/product-named";
import type { CommandModule, Context } from "./context";
import { withFlagValues } from "./options/normalise";
import { addOutputOptions, addServerOption, type OutputOptions } from "./options/output";
import { addPeriodOptions } from "./options/period";
import { flagsOf, MOST_CHOICES, ResourceOptions } from "./options/resource";

export interface ResourceCommand<Options> {
  /** Options in addition to those of product, period and output. */
  readonly addOptions?: (command: Command) => void;
  /** By default, the period of an estimate. */
  readonly addPeriod?: (command: Command) => void;
  readonly run: (resource: ResourceRequest, options: Options, context: Context) => Promise<void>;
  /** Usage after the name of the command; by default that of an estimate. */
  readonly usage?: string;
}

/** A command about one resource: a subcommand for each product, with its fields as options. */
export function resourceCommand<Options extends OutputOptions>({
  addOptions,
  addPeriod = addPeriodOptions,
  run,
  usage = "<product> [offer] [options]",
}: ResourceCommand<Options>): CommandModule {
  return {
    async build(command, context, args) {
      const products = await (await context.footprints()).products();
      const { product, rest } = chosenProduct(args, products);
      command.usage(usage).commandsGroup("Products:");
      for (const each of products) command.addCommand(subcommandOf(each, command));
      if (product === null) return undefined;
      const chosen = command.commands.find((one) => one.name() === idOf(product)) as Command;
      const resource = new ResourceOptions(product, products);
      resource.addTo(chosen);
      addPeriod(chosen);
      addOptions?.(chosen);
      addOutputOptions(chosen);
      addServerOption(chosen);
      chosen.action(async () => {
        try {
          await run(resource.request(), chosen.opts<Options>(), context);
        } catch (error) {
          throw withChoices(error, product);
        }
      });
      return [idOf(product), ...withFlagValues(rest, flagsOf(product))];
    },
  };
}

/** Adds the possible names, or the command that lists them, if there is no similar name to suggest. */
function withChoices(error: unknown, product: Product): unknown {
  if (!(error instanceof FootprintError)) return error;
  const { code, message, field, suggestions } = error;
  const path = field?.replace(/^[ab]\./, "").replace(/\.\d+\./, ".");
  const { role, choices = null } = product.fields.find(({ name }) => name === path) ?? {};
  // Of an offer only the name can be wrong: what its product calls that error does not matter.
  const isUnknownName = role === "OFFER" || code.startsWith("UNKNOWN_");
  if (!isUnknownName || suggestions.length > 0 || choices === null || choices.length === 0) return error;
  const where = `footprint products ${idOf(product)} lists what there is`;
  const hint = choices.length <= MOST_CHOICES ? `There are ${choices.join(", ")}` : where;
  return new FootprintError({ code, message: `${message} ${hint}.`, field, suggestions }, { cause: error });
}

function subcommandOf(product: Product, parent: Command): Command {
  const { name, description } = product;
  return parent
    .createCommand(idOf(product))
    .copyInheritedSettings(parent)
    .description(description)
    .summary(name);
}

/**
 * The first argument that names a product, or an offer that only one product has, wherever options are.
 * @throws FootprintError if there are arguments and none does
 */
function chosenProduct(
  args: readonly string[],
  products: readonly Product[],
): { product: Product | null; rest: readonly string[] } {
  const named = findProductWord(args, products);
  if (named !== null) return { product: named.product, rest: named.rest };
  const word = firstWord(args);
  if (word === undefined) return { product: null, rest: args };
  const [only, ...more] = productsWithOffer(word, products);
  if (only !== undefined && more.length === 0) return { product: only, rest: args };
  return { product: productNamed(word, indexProducts(products), { writeOffer: inWords }), rest: args };
}

/** The first argument that is neither an option nor its value. */
function firstWord(args: readonly string[]): string | undefined {
  const words = args.filter((arg) => !arg.startsWith("-"));
  return args.find((arg, at) => !arg.startsWith("-") && !args[at - 1]?.startsWith("-")) ?? words[0];
}

/** The product that one of the arguments names, and the other arguments; null if none does. */
export function findProductWord(
  args: readonly string[],
  products: readonly Product[],
): { readonly product: Product; readonly rest: readonly string[] } | null {
  const index = indexProducts(products);
  for (const [at, arg] of args.entries()) {
    const product = arg.startsWith("-") ? undefined : findProduct(arg, index);
    if (product !== undefined) return { product, rest: args.filter((_arg, other) => other !== at) };
  }
  return null;
}
