import type { EChartsCoreOption, EChartsType } from "echarts/core";
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isDark } from "../app/scheme";
import { type Colours, coloursOf } from "./colours";

/** What is drawn with; each kind has a file of its own, which is loaded with the first chart of it. */
const KINDS = {
  /** Boxes in boxes. */
  tree: () => import("./echarts-tree"),
  /** Bars, lines and ranges. */
  axes: () => import("./echarts-axes"),
} as const;

export interface ChartProps {
  readonly kind: keyof typeof KINDS;
  /** What is drawn. Must be the same function while nothing changes: `useCallback`. */
  readonly option: (colours: Colours) => EChartsCoreOption;
  /** What it shows, for who does not see it; the figures are in a table beside it. */
  readonly label: string;
  /** [px] */
  readonly height: number;
  /** What was clicked, as ECharts tells it. */
  readonly onClick?: (event: { readonly data?: unknown; readonly dataIndex?: number }) => void;
  /** The chart once it is drawn, for who saves it as a picture. */
  readonly onReady?: (chart: EChartsType) => void;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** A chart of ECharts, which is loaded when the first one comes into view. */
export function Chart({ kind, option, label, height, onClick, onReady }: ChartProps): VNode {
  const element = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const click = useRef(onClick);
  click.current = onClick;
  const dark = isDark.value;

  useEffect(() => {
    const root = element.current;
    if (root === null) return;
    let made: EChartsType | undefined;
    let isGone = false;
    const make = async (): Promise<void> => {
      try {
        const { init } = await KINDS[kind]();
        if (isGone) return;
        made = init(root, null, { renderer: "canvas" });
        made.on("click", (event) => click.current?.(event as never));
        setChart(made);
        onReady?.(made);
      } catch {
        setFailed(true);
      }
    };
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        void make();
      },
      { rootMargin: "200px" },
    );
    seen.observe(root);
    const resized = new ResizeObserver(() => made?.resize());
    resized.observe(root);
    return () => {
      isGone = true;
      seen.disconnect();
      resized.disconnect();
      made?.dispose();
    };
  }, []);

  useEffect(() => {
    const root = element.current;
    if (chart === null || root === null) return;
    const colours = coloursOf(root);
    const font = getComputedStyle(root).fontFamily;
    chart.setOption(
      {
        animation: !still.matches,
        animationDuration: 300,
        animationDurationUpdate: 300,
        textStyle: { fontFamily: font, color: colours.ink },
        ...option(colours),
      },
      { notMerge: true },
    );
  }, [chart, option, dark]);

  if (hasFailed) return <p class="hint">The chart could not be loaded. Its figures are in the table.</p>;
  return <div ref={element} class="chart" role="img" aria-label={label} style={{ height: `${height}px` }} />;
}

/** Tooltips are drawn on the canvas: the usual ones bring styles of their own into the page, which its policy refuses. */
export function tooltipOf(colours: Colours): Record<string, unknown> {
  return {
    renderMode: "richText",
    confine: true,
    backgroundColor: colours.surface,
    borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 13 },
  };
}
