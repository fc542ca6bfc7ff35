import { type Remark, remark } from "../../src/core/footprint";
import { input, type Value } from "../../src/core/formulas";
import {
  DEFAULT_LOAD,
  SERVING_LOADS,
  type ServingLoad,
  type ServingLoadValues,
  type StatedLoad,
} from "../../src/core/method";
import type { GivenLoad } from "./loads-around";

const DIGITS = 3;
const PERCENT = 100;

/** How many times as much tokens of one type would emit at other loads. */
interface AtOtherLoads {
  /** For example "output tokens". */
  readonly tokens: string;
  readonly times: ReadonlyMap<ServingLoad, number>;
}

/** Loads that could be meant where none is given: what is given twice rests on none. */
export function otherLoads({ load, concurrency, utilisation }: StatedLoad): ServingLoad[] {
  if (load !== DEFAULT_LOAD || (concurrency !== null && utilisation !== null)) return [];
  return SERVING_LOADS.filter((one) => one !== load);
}

/** The load of a figure and, as far as it is taken for want of another, what others would give. */
export function noteOfLoad(stated: StatedLoad, values: ServingLoadValues, at: AtOtherLoads): Remark {
  const isTaken = at.times.size > 0;
  const said = described(stated, values, isTaken);
  if (!isTaken) return plainly(said);
  return remark(
    { text: `${said}. ${others(stated)}, {}.`, place: "conditions", separator: "; ", hasRanges: true },
    comparison(at),
  );
}

/** The load of a figure of which nothing is taken. */
export function noteOfGivenLoad(load: GivenLoad): Remark {
  const values = {
    concurrency: input(load.concurrency, "requests"),
    utilisation: input(load.utilisation, "-"),
  };
  return plainly(described({ load: DEFAULT_LOAD, ...load }, values, false));
}

function plainly(said: string): Remark {
  return remark({ text: `${said}.`, place: "conditions" }, null);
}

/** @param isTaken whether what was not given is that of the load that is taken where none is given */
function described(
  { load, concurrency, utilisation }: StatedLoad,
  values: ServingLoadValues,
  isTaken: boolean,
): string {
  const requests = `${shown(values.concurrency)} requests at once`;
  const share = `at work ${shown(values.utilisation, PERCENT)} % of the time`;
  if (concurrency === null && utilisation === null) {
    return `Load ${load}: ${requests}, ${share}${isTaken ? ". It is taken where no load is given" : ""}`;
  }
  const ofLoad = isTaken ? ` (load ${load}, taken where it is not given)` : ` (load ${load})`;
  const from = (given: number | null): string => (given === null ? ofLoad : " (given)");
  return `Load: ${requests}${from(concurrency)}, ${share}${from(utilisation)}`;
}

function others({ concurrency, utilisation }: StatedLoad): string {
  if (concurrency !== null) return "With the time at work of other loads";
  if (utilisation !== null) return "With the requests at once of other loads";
  return "Of others";
}

function comparison({ tokens, times }: AtOtherLoads): string {
  const each = [...times].map(([load, ratio]) => `${load} would give ${short(ratio)} times`);
  return `${each.join(" and ")} as much for ${tokens}`;
}

/** As it was given, less the noise of a product of floating-point numbers. */
function shown(value: Value, times = 1): string {
  return String(Number((value.range.expected * times).toPrecision(12)));
}

function short(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
