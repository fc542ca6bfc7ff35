import type { EChartsCoreOption } from "echarts/core";
import type { CriterionText } from "../text/criteria";
import { stepOfAll, threeDigits } from "../text/figures";
import { unitBelow } from "./axis-units";
import type { Colours } from "./colours";

/** Names have this share of a chart, and no more than they need on a wide one [px]. */
const SHARE_OF_NAMES = 0.32;
const LONGEST_NAME = 340;

/** Of what lies, and of the axis with its unit below it [px]. */
const BAR_HEIGHT = 30;
const AXIS_HEIGHT = 62;

/** What a chart of so many that lie needs [px]. */
export function lyingHeight(count: number): number {
  return count * BAR_HEIGHT + AXIS_HEIGHT;
}

/**
 * Amounts of a criterion to the right, and what has them below each other.
 * @param least where the amounts begin; where the least is, when left out
 */
export function lyingAxes(
  names: readonly string[],
  amounts: readonly number[],
  criterion: CriterionText,
  colours: Colours,
  width: number,
  least?: number,
): EChartsCoreOption {
  const step = stepOfAll(amounts, criterion);
  return {
    xAxis: {
      type: "value",
      min: least,
      ...unitBelow(step, criterion, colours),
      axisLabel: {
        color: colours.quiet,
        formatter: (value: number) => threeDigits(value / step.size),
        hideOverlap: true,
      },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: names,
      axisLabel: {
        color: colours.ink,
        width: Math.min(LONGEST_NAME, SHARE_OF_NAMES * width),
        overflow: "truncate",
      },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
  };
}
