import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PLUGINS = join(__dirname, "../../plugins");

export type Spec = Readonly<Record<string, unknown>>;
export type Resource = Readonly<Record<string, Spec>>;

/**
 * What resources are for: the one that is timed, lines that follow from factors alone, lines of an amount, lines that read the
 * benchmark database, lines composed of other products, lines with a list in them, and two with a list so long that one resource
 * is a heavy request.
 */
type Purpose = "reference" | "simple" | "amount" | "tokens" | "composed" | "nested" | "large";

/** As `measured.json` of a product has them. */
interface Recorded {
  /** What a page of results calls them, for example `Instances`. */
  readonly name: string;
  readonly resources: readonly Resource[];
  /** The number by which lines differ: it grows by one step with each line, and begins anew after so many. */
  readonly own?: { readonly field: string; readonly steps: number; readonly stepsPerUnit: number };
}

/** What benchmarks and tests of load ask for: the same from one version to the next, so that their figures compare. */
export interface Measured extends Recorded {
  readonly kind: string;
  /** The first of the resources, as an input of its product. */
  readonly spec: Spec;
  /** The resource of a line; its lists are as long as recorded, or have `length` elements, each with a number of its own. */
  line(index: number, length?: number): Resource;
}

const FILES: readonly Partial<Record<Purpose, Recorded>>[] = readdirSync(PLUGINS)
  .map((folder) => join(PLUGINS, folder, "measured.json"))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, "utf8")));

export function measured(purpose: Purpose): Measured {
  const [recorded, ...others] = FILES.flatMap((file) => file[purpose] ?? []);
  const [first] = recorded?.resources ?? [];
  if (recorded === undefined || first === undefined || others.length > 0)
    throw new Error(`"${purpose}" must be in measured.json of one product, and have a resource`);
  const [[kind, spec]] = Object.entries(first) as [[string, Spec]];
  const { resources, own } = recorded;
  const line = (index: number, length?: number): Resource =>
    varied(resources[index % resources.length], { own, index, length }) as Resource;
  return { ...recorded, kind, spec, line };
}

interface Variation {
  readonly own: Recorded["own"] | undefined;
  readonly index: number;
  readonly length: number | undefined;
}

function varied(value: unknown, how: Variation): unknown {
  const { own, index, length } = how;
  if (Array.isArray(value))
    return Array.from({ length: length ?? value.length }, (_, at) =>
      varied(value[at % value.length], { ...how, index: index + 7 * at }),
    );
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === own?.field ? one + (index % own.steps) / own.stepsPerUnit : varied(one, how),
    ]),
  );
}

/** The field of a specification that is a list. */
export function listOf(spec: Spec): string {
  const found = Object.keys(spec).find((name) => Array.isArray(spec[name]));
  if (found === undefined) throw new Error(`${JSON.stringify(spec)} has no list`);
  return found;
}

/** An input of texts and numbers as a GraphQL literal. */
export function literalOf(input: object): string {
  const fields = Object.entries(input).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(", ")} }`;
}

/** The input type of a product in the graph. */
export function inputTypeOf(kind: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Input`;
}
