import type { EChartsCoreOption } from "echarts/core";
import type { CriterionText } from "../text/criteria";
import { figureText } from "../text/figures";
import type { Colours } from "./colours";

/** [px] */
const LONGEST_NAME = 180;

/**
 * Amounts of a criterion to the right, and what has them below each other.
 * @param least where the amounts begin; where the least is, when left out
 */
export function lyingAxes(
  names: readonly string[],
  criterion: CriterionText,
  colours: Colours,
  least?: number,
): EChartsCoreOption {
  return {
    xAxis: {
      type: "value",
      min: least,
      axisLabel: {
        color: colours.quiet,
        formatter: (value: number) => figureText(value, criterion),
        hideOverlap: true,
      },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: names,
      axisLabel: { color: colours.ink, width: LONGEST_NAME, overflow: "truncate" },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
  };
}
