import type { EChartsCoreOption } from "echarts/core";
import type { Amount } from "../text/amounts";
import type { CriterionText } from "../text/criteria";
import { figureText, rangeText } from "../text/figures";
import { tooltipOf } from "./chart";
import type { Colours } from "./colours";
import { lyingAxes } from "./lying-axes";
import { whiskers } from "./whiskers";

export interface Bar {
  readonly name: string;
  readonly amount: Amount;
  /** Index of the colour; by default the first. */
  readonly colour?: number;
}

/** Horizontal bars with ranges, from zero. */
export function bars(
  all: readonly Bar[],
  criterion: CriterionText,
  colours: Colours,
  width: number,
): EChartsCoreOption {
  return {
    grid: { left: 4, right: 16, top: 4, bottom: 26, containLabel: true },
    tooltip: {
      ...tooltipOf(colours),
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: (items: readonly { dataIndex: number }[]) => {
        const bar = all[items[0]?.dataIndex ?? 0];
        if (bar === undefined) return "";
        return `${bar.name}\n${figureText(bar.amount.expected, criterion)}\n${rangeText(bar.amount, criterion)}`;
      },
    },
    ...lyingAxes(
      all.map(({ name }) => name),
      all.map(({ amount }) => amount.high),
      criterion,
      colours,
      width,
      0,
    ),
    series: [
      {
        type: "bar",
        barMaxWidth: 16,
        data: all.map(({ amount, colour = 0 }) => ({
          value: amount.expected,
          itemStyle: { color: colours.series[colour] },
        })),
      },
      whiskers(
        all.map(({ amount }) => amount),
        colours,
        "horizontal",
      ),
    ],
  };
}
