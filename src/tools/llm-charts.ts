import { type Axis, circle, line, logAxis, polygon, svg, text, whisker } from "./svg";

const WIDTH = 720;
const HEIGHT = 520;
const FRAME = { left: 70, right: 190, top: 40, bottom: 55 };

export interface ScatterPoint {
  readonly theirs: number;
  readonly low: number;
  readonly ours: number;
  readonly high: number;
  readonly series: string;
}

/** As many as the scatter has series, so that none is shown twice. */
const COLOURS =
  "#1b6ca8 #c2571a #3a7d44 #7a3e9d #8a6d00 #5b5b5b #b0356a #008080 #1e1e8f #e0a030 #7fbf3f #d88cc0 #8b2500".split(
    " ",
  );

/** Ours over theirs on logarithmic axes, with our ranges; on the line both are equal. */
export function scatterChart(title: string, unit: string, points: readonly ScatterPoint[]): string {
  const values = points.flatMap(({ theirs, low, high }) => [theirs, low, high]);
  const [x, y] = axes(values, values);
  const series = [...new Set(points.map((point) => point.series))];
  /** Where ours are so many times theirs, from border to border of the frame. */
  const along = (factor: number, dashes: string) =>
    line(
      [Math.max(x.from, y.from / factor), Math.min(x.to, y.to / factor)].map((at) => [
        x.at(at),
        y.at(at * factor),
      ]),
      { stroke: "#888", dashes },
    );
  return svg(WIDTH, HEIGHT, title, [
    ...frame(x, y, `theirs [${unit}]`, `ours [${unit}]`),
    along(1, ""),
    along(2, "4 4"),
    along(0.5, "4 4"),
    ...points.flatMap((point) => {
      const colour = colourOf(series.indexOf(point.series));
      const at = x.at(point.theirs);
      return [
        whisker(at, y.at(point.low), y.at(point.high), colour),
        circle(at, y.at(point.ours), 3, colour),
      ];
    }),
    ...legend([
      ...series.map((name, index) => ({ name, colour: colourOf(index) })),
      { name: "dashed: × 2 and ÷ 2", colour: "#888" },
    ]),
  ]);
}

export interface Curve {
  readonly name: string;
  /** At rising x. */
  readonly ours: readonly {
    readonly x: number;
    readonly low: number;
    readonly y: number;
    readonly high: number;
  }[];
  readonly measured: readonly { readonly x: number; readonly y: number }[];
}

/** Ours as curves with their ranges as bands, measured points beside them. */
export function curveChart(
  title: string,
  labels: { x: string; y: string },
  curves: readonly Curve[],
): string {
  const xs = curves.flatMap(({ ours, measured }) => [...ours, ...measured].map((one) => one.x));
  const ys = curves.flatMap(({ ours, measured }) => [
    ...ours.flatMap(({ low, high }) => [low, high]),
    ...measured.map((one) => one.y),
  ]);
  const [x, y] = axes(xs, ys);
  return svg(WIDTH, HEIGHT, title, [
    ...frame(x, y, labels.x, labels.y),
    ...curves.map(({ ours }, index) =>
      polygon(
        [
          ...ours.map((one) => [x.at(one.x), y.at(one.low)] as const),
          ...[...ours].reverse().map((one) => [x.at(one.x), y.at(one.high)] as const),
        ],
        colourOf(index),
      ),
    ),
    ...curves.map(({ ours }, index) =>
      line(
        ours.map((one) => [x.at(one.x), y.at(one.y)]),
        { stroke: colourOf(index), dashes: "" },
      ),
    ),
    ...curves.flatMap(({ measured }, index) =>
      measured.map((one) => circle(x.at(one.x), y.at(one.y), 3, colourOf(index))),
    ),
    ...legend([
      ...curves.map(({ name }, index) => ({ name, colour: colourOf(index) })),
      { name: "line and band: ours", colour: "#888" },
      { name: "points: measured", colour: "#888" },
    ]),
  ]);
}

function axes(xs: readonly number[], ys: readonly number[]): [Axis, Axis] {
  return [logAxis(xs, FRAME.left, WIDTH - FRAME.right), logAxis(ys, HEIGHT - FRAME.bottom, FRAME.top)];
}

function frame(x: Axis, y: Axis, xLabel: string, yLabel: string): string[] {
  const [left, right] = [FRAME.left, WIDTH - FRAME.right];
  const [top, bottom] = [FRAME.top, HEIGHT - FRAME.bottom];
  const grid = { stroke: "#ddd", dashes: "" };
  return [
    ...x.ticks.flatMap((tick) => [
      line(
        [
          [x.at(tick), top],
          [x.at(tick), bottom],
        ],
        grid,
      ),
      text(x.at(tick), bottom + 18, String(tick), "middle"),
    ]),
    ...y.ticks.flatMap((tick) => [
      line(
        [
          [left, y.at(tick)],
          [right, y.at(tick)],
        ],
        grid,
      ),
      text(left - 8, y.at(tick) + 4, String(tick), "end"),
    ]),
    text((left + right) / 2, HEIGHT - 14, xLabel, "middle"),
    text(left, top - 14, yLabel, "start"),
  ];
}

function legend(entries: readonly { name: string; colour: string }[]): string[] {
  const left = WIDTH - FRAME.right + 14;
  return entries.flatMap(({ name, colour }, index) => {
    const at = FRAME.top + 12 + index * 18;
    return [circle(left, at - 4, 4, colour), text(left + 10, at, name, "start")];
  });
}

function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] as string;
}
