import { PLUGINS } from "../../src/compose";
import { machine } from "../results";
import { median } from "../statistics";
import type { Measured } from "./measure";
import { rankCorrelation } from "./ranks";

/** One unit of cost [µs of CPU]. */
const UNIT_US = 100;
/** Ratio of CPU time to counted cost above which an operation is reported. */
const MOST = 4;

/** Kinds of operations of each product. */
const OF_PRODUCTS: Readonly<Record<string, string>> = {
  anything: "one resource, any selection",
  "totals over vintages": "lines of one product, totals, over up to three vintage spans",
  "totals, every field its own": "lines of one product that share as little as they can, totals",
  explained: "lines of one product, explained",
  drivers: "comparison of two of a product",
};

const used = ({ cpuMs }: Measured): number => (cpuMs * 1000) / UNIT_US;
export const ratio = (one: Measured): number => used(one) / one.cost;

/** The measurements as a section of a page. */
export function costPage(measured: readonly Measured[], asked: { seconds: number; seed: number }): string {
  const groups = new Map<string, Measured[]>();
  for (const one of measured) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one]);
  const rows = [...groups].map(([name, all]) => {
    const ratios = all.map(ratio);
    const figures = [Math.min(...ratios), median(ratios), Math.max(...ratios)].map((one) => one.toFixed(2));
    return `| ${name} | ${all.length} | ${span(all, ({ cost }) => cost)} | ${figures.join(" | ")} |`;
  });
  const above = measured.filter((one) => ratio(one) > MOST).length;
  const worst = Math.max(...measured.map(ratio));
  return [
    `${machine()} \`npm run cost-calibration -- --seconds=${asked.seconds} --seed=${asked.seed}\`:`,
    "",
    `${measured.length} operations, rank correlation of what was counted and the CPU used ${correlation(measured)}; ${above} took more than`,
    `${MOST} times the CPU that they were counted as, the worst ${worst.toFixed(2)} times.`,
    "",
    "| operations | measured | units counted | units of CPU used ÷ counted: least | median | most |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function groupOf({ kind }: Measured): string {
  const [product, what = ""] = kind.split(": ");
  return (PLUGINS.some((plugin) => plugin.kind === product) && OF_PRODUCTS[what]) || kind;
}

function span(all: readonly Measured[], of: (one: Measured) => number): string {
  return `${Math.min(...all.map(of)).toFixed(0)} to ${Math.max(...all.map(of)).toFixed(0)}`;
}

function correlation(measured: readonly Measured[]): string {
  const of = (figure: (one: Measured) => number): number[] => measured.map(figure);
  return rankCorrelation(
    of(({ cost }) => cost),
    of(({ cpuMs }) => cpuMs),
  ).toFixed(2);
}
