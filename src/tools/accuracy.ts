import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../compose";
import type { RecordedEstimate } from "../core/contract";
import type { FootprintEngine } from "../core/engine";
import { DataReader } from "../core/factors";
import { type Interval, startOfDay, totalOf } from "../core/footprint";
import { groupBy } from "../core/helpers";
import { historyPicture } from "./history-picture";

const PAGE = "docs/accuracy.md";
/** Of one resource through all recordings. */
export const PICTURE = "docs/accuracy/history.svg";
/** A recording with more estimates of a zone than this lists the zone; fewer are answers about single types. */
const SINGLE_ANSWERS = 5;

/** One recorded estimate with ours for the same hour. */
export interface Comparison {
  readonly estimate: RecordedEstimate;
  readonly kgCo2Equivalent: number;
  readonly m3Water: number | null;
  /** (ours − theirs) / theirs. */
  readonly kgError: number;
  /** Null where the operator publishes no water. */
  readonly waterError: number | null;
}

/** Largest difference that is accepted, as a share of the estimate. */
export function tolerance(): number {
  const reader = new DataReader(null);
  reader.factorFile({ owner: "tools", path: join(__dirname, "data") }, "accuracy");
  const [found] = reader.finish().vintagesOf("accuracy.tolerance");
  if (found === undefined) throw new Error("accuracy.csv has no accuracy.tolerance");
  return found.range.expected;
}

/** Computes every recorded estimate for an hour of the day it was recorded on. */
export async function compareAll(): Promise<Comparison[]> {
  const { plugins, engine } = compose();
  const comparisons: Comparison[] = [];
  for (const plugin of plugins) {
    for (const estimate of plugin.recordedEstimates?.() ?? []) {
      comparisons.push(await compare(engine, plugin.kind, estimate));
    }
  }
  return comparisons;
}

async function compare(
  engine: FootprintEngine,
  kind: string,
  estimate: RecordedEstimate,
): Promise<Comparison> {
  const total = totalOf((await engine.footprint(kind, estimate.spec, hourOf(estimate.recordedOn))).parts);
  const kg = total.kgCo2Equivalent.expected;
  const water = total.m3WaterUsage?.expected ?? null;
  return {
    estimate,
    kgCo2Equivalent: kg,
    m3Water: water,
    kgError: relative(kg, estimate.kgCo2EquivalentPerHour),
    waterError: estimate.m3WaterPerHour === null ? null : relative(water ?? 0, estimate.m3WaterPerHour),
  };
}

function hourOf(day: string): Interval {
  const start = startOfDay(day);
  return { start, end: new Date(start.getTime() + 60 * 60 * 1000) };
}

function relative(ours: number, theirs: number): number {
  return (ours - theirs) / theirs;
}

export function worstOf(comparisons: readonly Comparison[]): { kg: number; water: number } {
  return {
    kg: Math.max(...comparisons.map(({ kgError }) => Math.abs(kgError))),
    water: Math.max(...comparisons.map(({ waterError }) => Math.abs(waterError ?? 0))),
  };
}

/** What is not a number, and a report of nothing, are not accepted either. */
export function isAccepted(comparisons: readonly Comparison[]): boolean {
  const { kg, water } = worstOf(comparisons);
  return comparisons.length > 0 && kg <= tolerance() && water <= tolerance();
}

/** Comparisons of each recording and zone, oldest first. */
function byRecording(comparisons: readonly Comparison[]): [string, Comparison[]][] {
  const groups = groupBy(comparisons, ({ estimate }) => `${estimate.recordedOn} | ${estimate.zone}`);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function summary(comparisons: readonly Comparison[]): string {
  const worst = worstOf(comparisons);
  const watered = comparisons.filter(({ waterError }) => waterError !== null).length;
  const water = watered === 0 ? "0 | " : `${watered} | ${percent(worst.water)}`;
  return `${comparisons.length} | ${percent(worst.kg)} | ${water}`;
}

/** Day of the last recording that lists whole zones. */
function lastListing(groups: readonly [string, Comparison[]][]): string {
  const listed = groups.filter(([, of]) => of.length > SINGLE_ANSWERS);
  return listed.at(-1)?.[1][0]?.estimate.recordedOn ?? "";
}

export function accuracyPage(comparisons: readonly Comparison[]): string {
  const worst = worstOf(comparisons);
  const watered = comparisons.filter(({ waterError }) => waterError !== null).length;
  const groups = byRecording(comparisons);
  const last = lastListing(groups);
  const rows = comparisons
    .filter(({ estimate }) => estimate.recordedOn === last)
    .map(({ estimate, kgCo2Equivalent, kgError, m3Water, waterError }) =>
      [
        estimate.label,
        estimate.zone,
        estimate.kgCo2EquivalentPerHour.toExponential(6),
        kgCo2Equivalent.toExponential(6),
        percent(kgError),
        estimate.m3WaterPerHour?.toExponential(6) ?? "not published",
        waterError === null ? "" : (m3Water?.toExponential(6) ?? "unknown"),
        waterError === null ? "" : percent(waterError),
      ].join(" | "),
    );
  return `# Accuracy

Our figures beside every estimate of the operator that was recorded, per hour of use, each by what is in force on the day of its recording.
Generated by \`npm run accuracy\`; [calibration.md](calibration.md) says how the hosts and zones were derived from them.

${comparisons.length} estimates of greenhouse gases: largest error ${percent(worst.kg)}.
${watered} of water: largest error ${percent(worst.water)}. Accepted: ${percent(tolerance())}.

## A PRO2-S since June 2025

![kgCO2e per hour of a PRO2-S in each zone: ours as line with its range, the operator's estimates as dots](accuracy/history.svg)

Ours is the line with its range, by what is in force on each day; dots are the operator's estimates. A line moves on days of recordings, and where published values begin; where there are no dots, other types of its range were recorded.

## Each recording

| recorded | zone | estimates | largest error | of water | largest error |
| --- | --- | ---: | ---: | ---: | ---: |
${groups.map(([group, of]) => `| ${group} | ${summary(of)} |`).join("\n")}

## The last recording of whole zones, ${last}

| resource | zone | theirs [kgCO2e] | ours [kgCO2e] | error | theirs [m³] | ours [m³] | error |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row} |`).join("\n")}
`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(6)} %`;
}

export async function run(args: readonly string[]): Promise<void> {
  const comparisons = await compareAll();
  if (!args.includes("--check")) {
    writeFileSync(PAGE, accuracyPage(comparisons));
    writeFileSync(PICTURE, await pictureOfHistory());
  }
  for (const [day, of] of groupBy(comparisons, ({ estimate }) => estimate.recordedOn))
    process.stdout.write(`${day}: ${sentence(of)}\n`);
  process.stdout.write(`${sentence(comparisons)}; accepted: ${percent(tolerance())}. See ${PAGE}.\n`);
  if (!isAccepted(comparisons)) process.exitCode = 1;
}

/** Ours and theirs of one resource, in each zone where it was recorded. */
export async function pictureOfHistory(): Promise<string> {
  const { plugins, engine } = compose();
  const [plugin] = plugins.filter(({ recordedEstimates }) => recordedEstimates !== undefined);
  if (plugin === undefined) throw new Error("no product has recorded estimates");
  return historyPicture(plugin.kind, plugin.recordedEstimates?.() ?? [], engine);
}

function sentence(comparisons: readonly Comparison[]): string {
  const worst = worstOf(comparisons);
  return `${comparisons.length} recorded estimates: largest error ${percent(worst.kg)} (greenhouse gases), ${percent(worst.water)} (water)`;
}

if (require.main === module) void run(process.argv.slice(2));
