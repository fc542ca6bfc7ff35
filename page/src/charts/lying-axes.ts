import type { EChartsCoreOption } from "echarts/core";
import type { CriterionText } from "../text/criteria";
import { stepOfAll, threeDigits } from "../text/figures";
import { unitBelow } from "./axis-units";
import type { Colours } from "./colours";

/** Width of names: a share of the chart, limited on wide ones [px]. */
const SHARE_OF_NAMES = 0.32;
const LONGEST_NAME = 340;

/** Height of a bar, and of the axis with its unit [px]. */
const BAR_HEIGHT = 30;
const AXIS_HEIGHT = 62;

/** Height of a chart with a number of bars [px]. */
export function lyingHeight(count: number): number {
  return count * BAR_HEIGHT + AXIS_HEIGHT;
}

/**
 * Axes of horizontal bars: amounts of a criterion, and names.
 * @param least where the amounts begin; by default at the least amount
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
