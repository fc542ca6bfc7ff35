import type { EChartsCoreOption } from "echarts/core";
import type { VNode } from "preact";
import { useCallback } from "preact/hooks";
import { Chart, tooltipOf } from "../../charts/chart";
import type { Colours } from "../../charts/colours";
import { whiskers } from "../../charts/whiskers";
import { CRITERIA } from "../../text/criteria";
import { figureText, rangeText } from "../../text/figures";
import type { PlaceRow } from "./place-rows";

const [GASES] = CRITERIA;
const ROW = 30;

/** What the same emits in each place, with its range. */
export function PlacesPicture({ rows }: { readonly rows: readonly PlaceRow[] }): VNode {
  const option = useCallback(
    (colours: Colours): EChartsCoreOption => ({
      grid: { left: 4, right: 16, top: 4, bottom: 4, containLabel: true },
      tooltip: {
        ...tooltipOf(colours),
        trigger: "axis",
        axisPointer: { type: "none" },
        formatter: (items: readonly { dataIndex: number }[]) => {
          const row = rows[items[0]?.dataIndex ?? 0];
          return row?.amount == null
            ? ""
            : `${row.name}\n${figureText(row.amount.expected, GASES)}\n${rangeText(row.amount, GASES)}`;
        },
      },
      xAxis: {
        type: "value",
        min: 0,
        axisLabel: {
          color: colours.quiet,
          formatter: (value: number) => figureText(value, GASES),
          hideOverlap: true,
        },
        splitLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map(({ name }) => name),
        axisLabel: { color: colours.ink },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 16,
          data: rows.map(({ amount, isHere }) => ({
            value: amount?.expected,
            itemStyle: { color: colours.series[isHere ? 1 : 0] },
          })),
        },
        whiskers(
          rows.map(({ amount }) => amount),
          colours,
          "horizontal",
        ),
      ],
    }),
    [rows],
  );
  const label = `${GASES.title} in ${rows.length} places, from ${rows[0]?.name} to ${rows.at(-1)?.name}. The table below has all of it.`;
  return <Chart kind="axes" option={option} label={label} height={rows.length * ROW + 40} />;
}
