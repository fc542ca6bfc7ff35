import type { RecordedEstimate } from "../core/contract";
import type { FootprintEngine } from "../core/engine";
import { startOfDay, totalOf } from "../core/footprint";
import type { Range } from "../core/formulas";
import { groupBy, unique } from "../core/helpers";
import { type Axis, circle, line, logAxis, polygon, svg, text } from "./svg";

/** The resource whose history is drawn, in each zone where one of its range was recorded. */
const [TYPE, RANGE] = ["PRO2-S", "PRO2-"];
/** Days on which figures change without a recording: the first known one, and those of published values. */
const OTHER_DAYS = ["2025-06-01", "2025-08-20", "2026-05-01"];
/** The page shows so long after the last recording [days]. */
const DAYS_AFTER = 30;
const [PANEL_WIDTH, PANEL_HEIGHT, COLUMNS] = [300, 170, 3];
const MARGIN = { left: 46, right: 12, top: 26, bottom: 24 };
const [OURS, THEIRS] = ["#4a6fa5", "#c0392b"];
const DAY_MS = 24 * 60 * 60 * 1000;

/** What one zone shows: our figure of an hour from each day on, and theirs on the days of recordings [kgCO2e]. */
interface ZoneHistory {
  readonly zone: string;
  readonly ours: readonly { readonly day: string; readonly kg: Range }[];
  readonly theirs: readonly { readonly day: string; readonly kg: number }[];
}

/** A picture of what an hour of one Instance emits by the figures of each day, ours with its range and theirs. */
export async function historyPicture(
  kind: string,
  recorded: readonly RecordedEstimate[],
  engine: FootprintEngine,
): Promise<string> {
  const days = unique([...recorded.map(({ recordedOn }) => recordedOn), ...OTHER_DAYS]).sort();
  const ofRange = recorded.filter(({ label }) => label.startsWith(RANGE));
  const zones = [...groupBy(ofRange, ({ zone }) => zone)].sort(([a], [b]) => (a < b ? -1 : 1));
  const histories: ZoneHistory[] = [];
  for (const [zone, estimates] of zones) {
    const ours: { day: string; kg: Range }[] = [];
    for (const day of days) {
      const { parts } = await engine.footprint(kind, { type: TYPE, zone }, { hours: 1, on: startOfDay(day) });
      ours.push({ day, kg: totalOf(parts).kgCo2Equivalent });
    }
    const theirs = estimates
      .filter(({ label }) => label === TYPE)
      .map((one) => ({ day: one.recordedOn, kg: one.kgCo2EquivalentPerHour }));
    histories.push({ zone, ours, theirs });
  }
  return drawn(histories);
}

function drawn(histories: readonly ZoneHistory[]): string {
  const rows = Math.ceil(histories.length / COLUMNS);
  const values = histories.flatMap(({ ours, theirs }) => [
    ...ours.flatMap(({ kg }) => [kg.low, kg.high]),
    ...theirs.map(({ kg }) => kg),
  ]);
  const parts = histories.flatMap((one, index) => panel(one, values, index));
  const title = `${TYPE}, kgCO2e per hour by the figures of each day: ours as line with its range, the operator's as dots`;
  return svg(COLUMNS * PANEL_WIDTH, rows * PANEL_HEIGHT, title, parts);
}

function panel({ zone, ours, theirs }: ZoneHistory, values: readonly number[], index: number): string[] {
  const left = (index % COLUMNS) * PANEL_WIDTH + MARGIN.left;
  const right = left - MARGIN.left + PANEL_WIDTH - MARGIN.right;
  const top = Math.floor(index / COLUMNS) * PANEL_HEIGHT + MARGIN.top;
  const bottom = top - MARGIN.top + PANEL_HEIGHT - MARGIN.bottom;
  const [first, last] = [ours[0]?.day ?? "", ours.at(-1)?.day ?? ""];
  const end = Date.parse(last) + DAYS_AFTER * DAY_MS;
  const x = (ms: number): number =>
    left + ((ms - Date.parse(first)) / (end - Date.parse(first))) * (right - left);
  const y: Axis = logAxis(values, bottom, top);
  const steps = (of: (kg: Range) => number): [number, number][] =>
    ours.flatMap(({ day, kg }, at): [number, number][] => {
      const until = ours[at + 1]?.day;
      const to = until === undefined ? end : Date.parse(until);
      return [
        [x(Date.parse(day)), y.at(of(kg))],
        [x(to), y.at(of(kg))],
      ];
    });
  return [
    text(left, top - 8, `${zone} [kgCO2e/h]`, "start"),
    ...y.ticks.flatMap((tick) => [
      line(
        [
          [left, y.at(tick)],
          [right, y.at(tick)],
        ],
        { stroke: "#ddd", dashes: "" },
      ),
      text(left - 5, y.at(tick) + 4, String(tick), "end"),
    ]),
    ...["2025-07-01", "2026-01-01", "2026-07-01"].map((day) =>
      text(x(Date.parse(day)), bottom + 14, day.slice(0, 7), "middle"),
    ),
    polygon([...steps(({ low }) => low), ...steps(({ high }) => high).reverse()], OURS),
    line(
      steps(({ expected }) => expected),
      { stroke: OURS, dashes: "" },
    ),
    ...theirs.map(({ day, kg }) => circle(x(Date.parse(day)), y.at(kg), 2.5, THEIRS)),
  ];
}
