import type { EChartsCoreOption } from "echarts/core";
import type { VNode } from "preact";
import { useCallback } from "preact/hooks";
import { tooltipOf } from "../../charts/chart";
import type { Colours } from "../../charts/colours";
import { SavedChart } from "../../charts/saved-chart";
import type { CriterionText } from "../../text/criteria";
import { figureText, percentText } from "../../text/figures";
import { keyOf, type TreeNode } from "./tree";

interface TreePictureProps {
  readonly tree: readonly TreeNode[];
  readonly total: number;
  readonly criterion: CriterionText;
  readonly onExplain: (path: readonly number[]) => void;
}

interface Box {
  readonly name: string;
  readonly value: number;
  readonly path: string;
  readonly children?: readonly Box[];
}

const HEIGHT = 340;

/** Treemap of components by share. A click on one with parts opens it, on one without parts explains it. */
export function TreePicture({ tree, total, criterion, onExplain }: TreePictureProps): VNode {
  const option = useCallback(
    (colours: Colours): EChartsCoreOption => ({
      tooltip: {
        ...tooltipOf(colours),
        formatter: ({ name, value }: { name: string; value: number }) =>
          `${name}\n${figureText(value, criterion)}, ${percentText(value / total)}`,
      },
      series: [
        {
          type: "treemap",
          name: "All of it",
          data: tree.map((node, index) => ({
            ...boxOf(node),
            itemStyle: coloured(colours.series[index % colours.series.length]),
          })),
          leafDepth: 2,
          roam: false,
          nodeClick: "zoomToNode",
          left: 0,
          right: 0,
          top: 0,
          bottom: 34,
          visibleMin: 4,
          label: {
            color: colours.onSeries,
            fontSize: 13,
            lineHeight: 17,
            overflow: "truncate",
            formatter: ({ name, value }: { name: string; value: number }) =>
              `${name}\n${figureText(value, criterion)}`,
          },
          upperLabel: {
            show: true,
            height: 24,
            padding: [0, 6],
            formatter: "{b}",
            color: colours.onSeries,
            fontSize: 13,
            fontWeight: 600,
            overflow: "truncate",
          },
          itemStyle: { borderColor: colours.surface, borderWidth: 0, gapWidth: 1 },
          levels: [{ upperLabel: { show: false }, itemStyle: { gapWidth: 3 } }],
          breadcrumb: {
            left: 0,
            bottom: 0,
            height: 26,
            itemStyle: {
              color: colours.line,
              borderColor: colours.surface,
              textStyle: { color: colours.ink },
            },
            emphasis: { itemStyle: { color: colours.line, textStyle: { color: colours.ink } } },
          },
        },
      ],
    }),
    [tree, total, criterion],
  );
  const label = `${criterion.title} by component: ${tree
    .map(({ name, amount }) => `${name} ${figureText(amount?.expected, criterion)}`)
    .join(", ")}. The table below has all of it.`;
  const click = ({ data }: { readonly data?: unknown }): void => {
    const { path, children = [] } = (data ?? {}) as Partial<Box>;
    if (path !== undefined && children.length === 0) onExplain(path.split(".").map(Number));
  };
  const name = `${criterion.title} by component`;
  return <SavedChart kind="tree" {...{ name, option, label }} height={HEIGHT} onClick={click} />;
}

/** In ECharts, the header of an open box is part of its border. */
const coloured = (color: string | undefined) => ({ color, borderColor: color });

function boxOf({ name, amount, path, children }: TreeNode): Box {
  const boxes = children.filter((child) => (child.amount?.expected ?? 0) > 0).map(boxOf);
  return {
    name,
    value: amount?.expected ?? 0,
    path: keyOf(path),
    ...(boxes.length === 0 ? {} : { children: boxes }),
  };
}
