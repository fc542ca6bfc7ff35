import type { Product, ResourceRequest } from "../../../library";
import { badRequest } from "../../../library/failure";
import { findProduct, indexProducts, productNamed } from "../../../library/product-named";
import type { CommandModule, Context } from "../context";
import { FootprintCommand } from "../footprint-command";
import { normalised, withFlagValues } from "../options/normalise";
import { addOutputOptions, addServerOption, type OutputOptions } from "../options/output";
import { addPeriodOptions, type PeriodOptions, periodOf } from "../options/period";
import { flagsOf, ResourceOptions } from "../options/resource";
import { print } from "../output/print";
import { comparisonReport } from "../reports/comparison";
import { findProductWord, resourceCommand } from "../resource-command";

type CompareOptions = OutputOptions & PeriodOptions;

const USAGE = "<product> [offer] [options] -- [product] [offer] [options]";
const EXPLAINED = `
What follows -- is the second resource. It is as the first
in all that it does not say, or of another product. Two
texts in quotes do the same.

  compare vm PRO2-S --zone fr-par-2 -- PRO2-M
  compare vm PRO2-S --zone fr-par-2 -- --zone pl-waw-2
  compare "vm PRO2-S --zone fr-par-2" "PRO2-M"`;

/** Compares two resources. The second follows `--`; what it leaves out is as in the first. */
export const compareCommand: CommandModule = {
  build(command, context, args) {
    const [first, second] = sidesOf(args);
    command.addHelpText("after", EXPLAINED);
    return resourceCommand<CompareOptions>({
      usage: USAGE,
      run: (a, options, own) => compare(a, second, options, own),
    }).build(command, context, first);
  },
};

async function compare(
  a: ResourceRequest,
  second: readonly string[],
  options: CompareOptions,
  context: Context,
) {
  if (second.length === 0)
    throw badRequest("b", "The second resource is missing: write it after --, such as -- PRO2-M.");
  const footprints = await context.footprints();
  const read = await readSecond(second, a, await footprints.products(), context);
  const all = together(options, read.options);
  const comparison = await footprints.compare({ a, b: read.resource, ...periodOf(all) });
  await print(comparisonReport(comparison), all, context.io);
}

/** The arguments before and after `--`, or two quoted arguments, of which the first has several words. */
function sidesOf(args: readonly string[]): readonly [string[], string[]] {
  const at = args.indexOf("--");
  if (at >= 0) return [args.slice(0, at), normalised(args.slice(at + 1))];
  const [a = "", b = "", ...rest] = args;
  if (!a.includes(" ") || b.startsWith("-") || b === "") return [[...args], []];
  return [[...normalised(wordsOf(a)), ...rest], normalised(wordsOf(b))];
}

/** What a comparison has one of, whichever of its sides says it. */
const OF_BOTH = ["hours", "from", "to", "asOf", "format", "server"] as const;

/** @throws FootprintError for what is one for both sides, and is given as two */
function together(first: CompareOptions, second: CompareOptions): CompareOptions {
  for (const name of OF_BOTH) {
    const [before, after] = [first[name], second[name]];
    if (before !== undefined && after !== undefined && before !== after)
      throw badRequest(name, `${name} is one for both resources: ${before} and ${after} are two.`);
  }
  return { ...first, ...second };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

async function readSecond(
  args: readonly string[],
  first: ResourceRequest,
  products: readonly Product[],
  { io }: Context,
): Promise<{ resource: ResourceRequest; options: CompareOptions }> {
  const named = args[0]?.startsWith("-") === false ? findProductWord([args[0]], products) : null;
  const product = named?.product ?? productNamed(first.product, indexProducts(products));
  const rest = named === null ? args : args.slice(1);
  const command = new FootprintCommand("--")
    .exitOverride()
    .configureOutput({ writeErr: (text) => io.err.write(text) });
  const resource = new ResourceOptions(product, products);
  resource.addTo(command);
  addPeriodOptions(command);
  addOutputOptions(command);
  addServerOption(command);
  command.helpOption(false).action(() => {});
  await command.parseAsync(withFlagValues(rest, flagsOf(product)), { from: "user" });
  const isSame = findProduct(first.product, indexProducts(products)) === product;
  return {
    resource: isSame ? { ...first, ...resource.request() } : resource.request(),
    options: command.opts<CompareOptions>(),
  };
}
