import { HOURS_OF_A_MONTH } from "../core/helpers";

type Kind = "bytes" | "seconds" | "hundredths" | "things";

const KIB = 1024;
const HOUR = 3_600;

/**
 * Units by the names that people write, in small letters, as whole numbers of the smallest of their kind, so that
 * converting is exact. One name may be a unit of several kinds: `mo` is French for MB, and a month.
 */
const UNITS: Readonly<Record<Kind, ReadonlyMap<string, number>>> = {
  bytes: named({
    "b byte octet": 1,
    "kb kilobyte ko": 1e3,
    "mb megabyte mo": 1e6,
    "gb gigabyte gbyte go": 1e9,
    "tb terabyte tbyte to": 1e12,
    "pb petabyte pbyte po": 1e15,
    "kib kibibyte": KIB,
    "mib mebibyte": KIB ** 2,
    "gib gibibyte": KIB ** 3,
    "tib tebibyte": KIB ** 4,
    "pib pebibyte": KIB ** 5,
  }),
  seconds: named({
    "s sec second seconde": 1,
    "min minute mn": 60,
    "h hr hour heure stunde stunden": HOUR,
    "d day jour tag tage": 24 * HOUR,
    "w wk week": 7 * 24 * HOUR,
    "mo month": HOURS_OF_A_MONTH * HOUR,
  }),
  hundredths: named({ "% percent pct percentage": 1, "- ratio fraction": 100 }),
  things: named({ "k thousand": 1e3, "m mio mn million": 1e6, "bn billion": 1e9 }),
};
const KINDS = Object.keys(UNITS) as Kind[];

function named(sizes: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(sizes).flatMap(([names, size]) =>
      names.split(" ").flatMap((name): [string, number][] => [
        [name, size],
        [`${name}s`, size],
      ]),
    ),
  );
}

/** How an amount in one unit becomes one in another: times and divided by whole numbers. */
export interface Conversion {
  readonly times: number;
  readonly by: number;
}

/** Whether it is a name of any unit. */
export function isUnit(written: string): boolean {
  const name = plain(written);
  return KINDS.some((kind) => UNITS[kind].has(name));
}

/** The names of a unit that a header may end on, such as `gb` for GB; those of things that are counted are their own. */
export function namesOfUnit(unit: string): string[] {
  const name = plain(unit);
  const same = KINDS.flatMap((kind) => {
    const size = UNITS[kind].get(name);
    return [...UNITS[kind]].filter(([, other]) => size === other).map(([other]) => other);
  });
  return same.length > 0 ? same : [name, name.replace(/s$/, "")];
}

/** From a unit as it is written to that of a field; null where the one is not the other, or nobody says how much of it. */
export function conversion(written: string, unit: string | null): Conversion | null {
  const wanted = plain(unit ?? "");
  const name = plain(written);
  if (sameThing(name, wanted)) return { times: 1, by: 1 };
  for (const kind of KINDS) {
    const by = UNITS[kind].get(wanted);
    const times = UNITS[kind].get(name);
    if (by !== undefined && times !== undefined) return { times, by };
  }
  if (KINDS.some((kind) => UNITS[kind].has(wanted))) return null;
  return ofThings(name, wanted);
}

/** By one operation on whole numbers where one will do, so that nothing is rounded twice. */
export function converted(value: number, { times, by }: Conversion): number {
  if (times % by === 0) return value * (times / by);
  if (by % times === 0) return value / (by / times);
  return (value * times) / by;
}

/** Millions of tokens, of a field that counts tokens. */
function ofThings(name: string, wanted: string): Conversion | null {
  const [multiple = "", thing = wanted, ...rest] = name.split(/[\s-]+/);
  const times = UNITS.things.get(multiple);
  return times !== undefined && rest.length === 0 && sameThing(thing, wanted) ? { times, by: 1 } : null;
}

function sameThing(one: string, other: string): boolean {
  return one.replace(/s$/, "") === other.replace(/s$/, "");
}

function plain(unit: string): string {
  return unit
    .trim()
    .toLowerCase()
    .replace(/\s+of\s+/, " ");
}
