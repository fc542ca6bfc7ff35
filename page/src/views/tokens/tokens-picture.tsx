import type { EChartsCoreOption } from "echarts/core";
import type { VNode } from "preact";
import { useCallback } from "preact/hooks";
import { unitAbove } from "../../charts/axis-units";
import { tooltipOf } from "../../charts/chart";
import type { Colours } from "../../charts/colours";
import { SavedChart } from "../../charts/saved-chart";
import type { PageAtLoadFragment, PageServingQuery } from "../../generated/operations";
import { CRITERIA } from "../../text/criteria";
import { figureText, threeDigits } from "../../text/figures";
import type { OptionAtLoad } from "./load-slider";

type Comparison = NonNullable<PageServingQuery["servingComparison"]>;
type Option = Comparison["options"][number];

const [GASES] = CRITERIA;
const HEIGHT = 396;
/** A logarithmic axis has the unit of the criterion. */
const OWN = { unit: "kg", size: 1 };
/** Most distinguishable lines. */
const MOST_OPTIONS = 4;
const MILLION = 1e6;

interface TokensPictureProps {
  readonly comparison: Comparison;
  /** Amount in the form. */
  readonly asked: number;
  readonly unit: string;
  /** The nodes at the chosen load. */
  readonly chosen: readonly OptionAtLoad[];
}

/** Emissions of a month by tokens per month: Serverless as a straight line, nodes at each load, and the break-even. */
export function TokensPicture({ comparison, asked, unit, chosen }: TokensPictureProps): VNode {
  const option = useCallback(
    (colours: Colours) => optionOf({ comparison, asked, unit, chosen }, colours),
    [comparison, asked, unit, chosen],
  );
  const breakEvens = comparison.options
    .slice(0, MOST_OPTIONS)
    .map(({ deployment, breakEvenTokensPerMonth }) =>
      breakEvenTokensPerMonth === null
        ? `${deployment.name}: none`
        : `${deployment.name}: ${threeDigits(breakEvenTokensPerMonth)} ${unit} a month`,
    );
  return (
    <SavedChart
      kind="axes"
      name={`Nodes against Serverless: ${comparison.model.id}`}
      option={option}
      label={`${GASES.title} of a month over ${unit} a month. Break-even: ${breakEvens.join("; ")}. The table below has all of it.`}
      height={HEIGHT}
    />
  );
}

type Point = readonly [amount: number, kgCo2Equivalent: number];

/** The nodes at each requested load, the lowest first. */
function pointsOf(option: Option): Point[] {
  const { at01, at03, at1, at3, at10, at20, at30, at50, at70, at100 } = option;
  return [at01, at03, at1, at3, at10, at20, at30, at50, at70, at100]
    .filter((one): one is PageAtLoadFragment => one !== null)
    .map(pointOf)
    .sort(([a], [b]) => a - b);
}

function pointOf({ tokensPerMonth, kgCo2EquivalentPerMillionTokens }: PageAtLoadFragment): Point {
  return [tokensPerMonth, (tokensPerMonth / MILLION) * kgCo2EquivalentPerMillionTokens];
}

function optionOf(
  { comparison, asked, unit, chosen }: TokensPictureProps,
  colours: Colours,
): EChartsCoreOption {
  const { options, serverlessFootprint } = comparison;
  const shown = options.slice(0, MOST_OPTIONS).map((option) => ({ option, points: pointsOf(option) }));
  const perOne = asked === 0 ? 0 : serverlessFootprint.total.kgCo2Equivalent / asked;
  const amounts = [
    asked,
    ...shown.flatMap(({ option, points }) => [
      ...points.map(([amount]) => amount),
      option.breakEvenTokensPerMonth ?? asked,
    ]),
  ].filter((amount) => amount > 0);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const colourOf = (index: number): string => colours.series[(index + 1) % colours.series.length] as string;
  const dotted = { type: "dotted", color: colours.quiet, width: 1.5 };
  return {
    grid: { left: 4, right: 24, top: 76, bottom: 30, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      textStyle: { color: colours.ink },
      data: ["Serverless", ...shown.map(({ option }) => option.deployment.name)],
    },
    tooltip: {
      ...tooltipOf(colours),
      trigger: "item",
      formatter: ({ seriesName, value }: { seriesName: string; value: Point }) =>
        `${seriesName}\n${threeDigits(value[0])} ${unit} a month\n${figureText(value[1], GASES)}`,
    },
    xAxis: {
      type: "log",
      name: `${unit} a month`,
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: { color: colours.quiet },
      axisLabel: { color: colours.quiet, formatter: short, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { lineStyle: { color: colours.line } },
      min: 10 ** Math.floor(Math.log10(least)),
    },
    yAxis: {
      type: "log",
      ...unitAbove(OWN, GASES, colours),
      axisLabel: { color: colours.quiet, formatter: (value: number) => threeDigits(value) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: "line",
        name: "Serverless",
        symbol: "none",
        lineStyle: { color: colours.series[0], width: 2.5 },
        itemStyle: { color: colours.series[0] },
        data: perOne === 0 ? [] : [least, most].map((amount) => [amount, amount * perOne]),
        markLine: {
          silent: true,
          symbol: "none",
          label: { formatter: "asked for", color: colours.quiet },
          lineStyle: dotted,
          data: asked > 0 ? [{ xAxis: asked }] : [],
        },
      },
      ...shown.map(({ option, points }, index) => ({
        type: "line",
        name: option.deployment.name,
        symbol: "none",
        lineStyle: { color: colourOf(index), width: 2.5 },
        itemStyle: { color: colourOf(index) },
        data: points,
      })),
      ...shown.map(({ option }, index) => ({
        type: "line",
        name: `${option.deployment.name}, break-even`,
        symbol: "diamond",
        symbolSize: 14,
        z: 5,
        itemStyle: { color: colourOf(index), borderColor: colours.surface, borderWidth: 1.5 },
        data:
          option.breakEvenTokensPerMonth === null || option.isBreakEvenWithinCapacity === false
            ? []
            : [[option.breakEvenTokensPerMonth, option.breakEvenTokensPerMonth * perOne]],
      })),
      ...shown.map(({ option }, index) => ({
        type: "line",
        name: `${option.deployment.name}, at this load`,
        symbol: "circle",
        symbolSize: 11,
        z: 6,
        itemStyle: { color: colours.surface, borderColor: colourOf(index), borderWidth: 3 },
        data: chosen.flatMap(({ deployment, atGpuLoad }) =>
          atGpuLoad === null || deployment.name !== option.deployment.name ? [] : [pointOf(atGpuLoad)],
        ),
      })),
    ],
  };
}

const compact = new Intl.NumberFormat("en", { notation: "compact" });

function short(value: number): string {
  return compact.format(value);
}
