import { type Remark, remark } from "../../src/core/footprint";
import type { Value } from "../../src/core/formulas";
import {
  DEFAULT_LOAD,
  SERVING_LOADS,
  type ServingLoad,
  type ServingLoadValues,
  type StatedLoad,
} from "../../src/core/method";

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

/** The load of a figure and, where it is the one that is taken for want of another, what others would give. */
export function noteOfLoad(stated: StatedLoad, values: ServingLoadValues, at: AtOtherLoads): Remark {
  const said = described(stated, values);
  if (at.times.size === 0) return remark({ text: `${said}.`, place: "conditions" }, null);
  const text = `${said}. It is taken where no load is given. Of others, {}.`;
  return remark({ text, place: "conditions", separator: "; " }, comparison(at));
}

function described({ load, concurrency, utilisation }: StatedLoad, values: ServingLoadValues): string {
  const requests = `${shown(values.concurrency)} requests at once`;
  const share = `at work ${shown(values.utilisation, PERCENT)} % of the time`;
  if (concurrency === null && utilisation === null) return `Load ${load}: ${requests}, ${share}`;
  const from = (given: number | null): string => (given === null ? ` (load ${load})` : " (given)");
  return `Load: ${requests}${from(concurrency)}, ${share}${from(utilisation)}`;
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
