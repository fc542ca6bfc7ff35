import type { EChartsCoreOption } from "echarts/core";
import type { VNode } from "preact";
import { useCallback } from "preact/hooks";
import { unitAbove } from "../../charts/axis-units";
import { tooltipOf } from "../../charts/chart";
import type { Colours } from "../../charts/colours";
import { SavedChart } from "../../charts/saved-chart";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { figureText, rangeText, stepOfAll, threeDigits } from "../../text/figures";
import type { Interval } from "./intervals";

const [GASES] = CRITERIA;
const HEIGHT = 320;
const THEIRS = "The operator’s";

interface HistoryPictureProps {
  readonly name: string;
  readonly intervals: readonly Interval[];
}

/** The figure as a step line with its range, and the operator's estimates as dots. */
export function HistoryPicture({ name, intervals }: HistoryPictureProps): VNode {
  const option = useCallback((colours: Colours) => optionOf(intervals, colours), [intervals]);
  const said = intervals
    .map(({ from, footprint }) => `from ${from} ${figureText(footprint.total.kgCo2Equivalent, GASES)}`)
    .join(", ");
  return (
    <SavedChart
      kind="axes"
      name={`History of ${name}`}
      option={option}
      label={`${GASES.title}: ${said}. The table below has all of it.`}
      height={HEIGHT}
    />
  );
}

function optionOf(intervals: readonly Interval[], colours: Colours): EChartsCoreOption {
  const known = intervals.flatMap(({ from, to, footprint }) => {
    const amount = amountOf(footprint.total, GASES);
    return amount === null ? [] : [{ from, to, amount }];
  });
  // Each step has its first and its last instant, so that the last one has its length.
  const steps = (value: (amount: (typeof known)[number]["amount"]) => number): [string, number][] =>
    known.flatMap(({ from, to, amount }): [string, number][] => [
      [from, value(amount)],
      [to, value(amount)],
    ]);
  const theirs = intervals.flatMap(({ operatorEstimate }) =>
    operatorEstimate === null ? [] : [[operatorEstimate.recordedOn, operatorEstimate.kgCo2Equivalent]],
  );
  const step = stepOfAll(
    known.map(({ amount }) => amount.high),
    GASES,
  );
  const [ours, dots] = [colours.series[0], colours.series[1]];
  const band = { type: "line", stack: "range", symbol: "none", lineStyle: { width: 0 }, silent: true };
  return {
    grid: { left: 4, right: 24, top: 60, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      data: ["Ours", "Range", ...(theirs.length > 0 ? [THEIRS] : [])],
      textStyle: { color: colours.ink },
    },
    tooltip: {
      ...tooltipOf(colours),
      trigger: "axis",
      formatter: (items: readonly { value: readonly [string, number]; seriesName: string }[]) => {
        const [day = ""] = items[0]?.value ?? [];
        const at = new Date(day).toISOString().slice(0, 10);
        const shown = known.findLast(({ from }) => from <= at) ?? known[0];
        if (shown === undefined) return "";
        const { amount } = shown;
        return `${shown.from} to ${shown.to}\n${figureText(amount.expected, GASES)}\n${rangeText(amount, GASES)}`;
      },
    },
    xAxis: {
      type: "time",
      axisLabel: { color: colours.quiet, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: "value",
      min: 0,
      ...unitAbove(step, GASES, colours),
      axisLabel: { color: colours.quiet, formatter: (value: number) => threeDigits(value / step.size) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      { ...band, name: "Low end", data: steps(({ low }) => low) },
      {
        ...band,
        name: "Range",
        itemStyle: { color: ours, opacity: 0.25 },
        areaStyle: { color: ours, opacity: 0.18 },
        data: steps(({ low, high }) => high - low),
      },
      {
        type: "line",
        name: "Ours",
        symbol: "none",
        lineStyle: { color: ours, width: 2.5 },
        itemStyle: { color: ours },
        data: steps(({ expected }) => expected),
      },
      {
        type: "line",
        name: THEIRS,
        symbol: "circle",
        symbolSize: 9,
        lineStyle: { width: 0 },
        itemStyle: { color: dots },
        data: theirs,
      },
    ],
  };
}
