import type { EChartsCoreOption } from "echarts/core";
import { tooltipOf } from "../../charts/chart";
import type { Colours } from "../../charts/colours";
import { lyingAxes } from "../../charts/lying-axes";
import type { CriterionText } from "../../text/criteria";
import { figureText } from "../../text/figures";
import { signedText } from "../../text/signed";
import type { Row } from "./waterfall-rows";

export function waterfall(
  rows: readonly Row[],
  criterion: CriterionText,
  colours: Colours,
  width: number,
): EChartsCoreOption {
  const [more, less] = [colours.series[1], colours.series[2]];
  return {
    grid: { left: 4, right: 24, top: 4, bottom: 26, containLabel: true },
    tooltip: {
      ...tooltipOf(colours),
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: (items: readonly { dataIndex: number }[]) => {
        const row = rows[items[0]?.dataIndex ?? 0];
        if (row === undefined) return "";
        return `${row.name}\n${row.isTotal ? figureText(row.to, criterion) : signedText(row.to - row.from, criterion)}`;
      },
    },
    ...lyingAxes(
      rows.map(({ name }) => name),
      rows.map(({ to }) => to),
      criterion,
      colours,
      width,
    ),
    series: [
      {
        type: "bar",
        stack: "all",
        silent: true,
        itemStyle: { color: "transparent" },
        data: rows.map(({ from, to }) => Math.min(from, to)),
      },
      {
        type: "bar",
        stack: "all",
        barMaxWidth: 16,
        data: rows.map(({ from, to, isTotal }) => ({
          value: Math.abs(to - from),
          itemStyle: { color: isTotal ? colours.series[0] : to >= from ? more : less },
        })),
      },
    ],
  };
}
