import { isCalculation, isFactorValue, type Value } from "../../core/formulas";
import { groupBy } from "../../core/helpers";

/** How many results a term may be named after before the rest is left out. */
const MOST_NAMED = 3;

/** What a symbol stood for: results of formulas, factors by their series, and what was given; in Markdown. */
export function meaningOf(values: readonly Value[]): string {
  const results = groupBy(values.filter(isCalculation), ({ formula }) => formula.label);
  const factors = groupBy(values.filter(isFactorValue), ({ factor }) => familyOf(factor.series));
  const given = values.filter((value) => !isCalculation(value) && !isFactorValue(value));
  const named = [...results].map(([label, all]) => `${label} ${unitsOf(all)}`).sort();
  return [
    ...named.slice(0, MOST_NAMED),
    ...(named.length > MOST_NAMED ? ["others"] : []),
    ...[...factors.values()].map((family) => familyText(family)),
    ...(given.length > 0 ? [`given ${unitsOf(given)}`] : []),
  ].join("; or ");
}

/** Factors of one family, such as the PUE of every zone, are one entry. */
function familyText(values: readonly Extract<Value, { factor: unknown }>[]): string {
  const series = [...new Set(values.map(({ factor }) => factor.series))];
  const [{ factor: first }] = values as [(typeof values)[number]];
  return series.length === 1
    ? `${first.name} ${unitsOf(values)}, \`${first.series}\``
    : `\`${pattern(series)}\` ${unitsOf(values)}, such as ${first.name}`;
}

function familyOf(series: string): string {
  return series.slice(0, series.indexOf("."));
}

/** `pue.*` for the PUE of several zones: what the names of the series have in common at either end. */
function pattern(series: readonly string[]): string {
  const parts = series.map((one) => one.split("."));
  const shortest = Math.min(...parts.map(({ length }) => length));
  const isShared = (at: number): boolean => parts.every((one) => one.at(at) === parts[0]?.at(at));
  let head = 0;
  while (head < shortest - 1 && isShared(head)) head++;
  let tail = 0;
  while (tail < shortest - 1 - head && isShared(-1 - tail)) tail++;
  const [first = []] = parts;
  return [...first.slice(0, head), "*", ...first.slice(first.length - tail)].join(".");
}

function unitsOf(values: readonly Value[]): string {
  return `[${[...new Set(values.map(({ unit }) => unit))].join(", ")}]`;
}
