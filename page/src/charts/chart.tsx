import type { EChartsCoreOption, EChartsType } from "echarts/core";
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { loadPart } from "../api/load";
import { isPrinting } from "../app/print";
import { isDark } from "../app/scheme";
import { type Colours, coloursOf } from "./colours";

/** Kinds of charts; each has a module, loaded with its first chart. */
const KINDS = {
  /** Treemap. */
  tree: () => import("./echarts-tree"),
  /** Bars, lines and ranges. */
  axes: () => import("./echarts-axes"),
} as const;

export interface ChartProps {
  readonly kind: keyof typeof KINDS;
  /** Options of the chart for a width [px]. Must be a stable function: `useCallback`. */
  readonly option: (colours: Colours, width: number) => EChartsCoreOption;
  /** Text alternative; the figures are in a table nearby. */
  readonly label: string;
  /** [px] */
  readonly height: number;
  /** Click event of ECharts. */
  readonly onClick?: (event: { readonly data?: unknown; readonly dataIndex?: number }) => void;
  /** Called with the chart once it is drawn, to save it as a picture. */
  readonly onReady?: (chart: EChartsType) => void;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Delay after which charts outside the viewport are drawn, for print and full-page screenshots [ms]. */
const LATER_MS = 3_000;

/** A chart of ECharts, which is loaded with the first chart in the viewport. */
export function Chart({ kind, option, label, height, onClick, onReady }: ChartProps): VNode {
  const element = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [isUpdated, setUpdated] = useState(false);
  const click = useRef(onClick);
  click.current = onClick;

  useEffect(() => {
    const root = element.current;
    if (root === null) return;
    let made: EChartsType | undefined;
    const giveUp = new AbortController();
    const make = async (): Promise<void> => {
      try {
        const { init } = await loadPart(KINDS[kind], giveUp.signal);
        if (giveUp.signal.aborted) return;
        made = init(root, null, { renderer: "canvas" });
        made.on("click", (event) => click.current?.(event as never));
        setChart(made);
        onReady?.(made);
      } catch {
        if (!giveUp.signal.aborted) setUpdated(true);
      }
    };
    const leave = whenWanted(root, () => void make());
    const resized = new ResizeObserver(() => made?.resize());
    resized.observe(root);
    return () => {
      giveUp.abort();
      leave();
      resized.disconnect();
      made?.dispose();
    };
  }, []);

  useEffect(() => {
    const root = element.current;
    if (chart === null || root === null) return;
    // Immediately if the colours change, as printing does not wait for the next frame.
    return isDark.subscribe(() => {
      const colours = coloursOf(root);
      const font = getComputedStyle(root).fontFamily;
      chart.setOption(
        {
          animation: !still.matches && !isPrinting.peek(),
          animationDuration: 300,
          animationDurationUpdate: 300,
          textStyle: { fontFamily: font, color: colours.ink },
          ...option(colours, root.clientWidth),
        },
        { notMerge: true },
      );
      if (isPrinting.peek()) chart.getZr().flush();
    });
  }, [chart, option]);

  if (isUpdated)
    return (
      <p class="hint">The chart could not be loaded: load the page anew. Its figures are in the table.</p>
    );
  return <div ref={element} class="chart" role="img" aria-label={label} style={{ height: `${height}px` }} />;
}

/**
 * Calls back once: in the viewport, on print, or after a delay.
 * @returns a function that cancels it
 */
function whenWanted(root: HTMLElement, act: () => void): () => void {
  const leaving: (() => void)[] = [];
  const leave = (): void => {
    for (const one of leaving.splice(0)) one();
  };
  let isDone = false;
  const start = (): void => {
    if (isDone) return;
    isDone = true;
    leave();
    act();
  };
  const seen = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && start(), {
    rootMargin: "200px",
  });
  seen.observe(root);
  const timer = setTimeout(start, LATER_MS);
  leaving.push(
    () => seen.disconnect(),
    () => clearTimeout(timer),
  );
  leaving.push(isPrinting.subscribe((now) => now && start()));
  return leave;
}

/** Tooltips on the canvas: the usual ones add inline styles, which the content security policy refuses. */
export function tooltipOf(colours: Colours): Record<string, unknown> {
  return {
    renderMode: "richText",
    confine: true,
    backgroundColor: colours.surface,
    borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 13 },
  };
}
