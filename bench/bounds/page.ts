import { machine } from "../results";
import type { Row } from "./measure";
import { percentile } from "./waits";

/** `deploy/measured.json`, with which a test compares the manifests. */
export interface Measured {
  /** Largest resident memory of a process after its first request, without a thread [MB]. */
  readonly idleMb: number;
  /** Largest increase of that by any request [MB]. */
  readonly besideIdleMb: number;
  /** Longest time from the start of a process until it listens [ms]. */
  readonly startMs: number;
  /** The longest uninterrupted work of the main thread in any request [ms of CPU]. */
  readonly longestPieceMs: number;
  /** The longest latency of `/health`, wall time on a machine that was busy with other things, too [ms]. */
  readonly longestHealthMs: number;
  /** Largest CPU time of the process for one request [s]. */
  readonly heaviestCpuSeconds: number;
}

export function measuredOf(rows: readonly Row[]): Measured {
  const most = (of: (row: Row) => number): number => Math.ceil(Math.max(...rows.map(of)));
  return {
    idleMb: most(({ idleMb }) => idleMb),
    besideIdleMb: most(({ idleMb, peakMb }) => peakMb - idleMb),
    startMs: most(({ startMs }) => startMs),
    longestPieceMs: most(({ longestMs }) => longestMs),
    longestHealthMs: most(({ health }) => Math.max(...health)),
    heaviestCpuSeconds: most(({ cpuSeconds, times }) => (10 * cpuSeconds) / times) / 10,
  };
}

export function boundsPage(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { name, answers, seconds, cpuSeconds, longestMs, idleMb, peakMb, health, single } = row;
    const figures = [
      answers,
      seconds.toFixed(1),
      cpuSeconds.toFixed(1),
      longestMs.toFixed(0),
      `${percentile(health, 0.99).toFixed(0)} (${Math.max(...health).toFixed(0)})`,
      `${percentile(single, 0.99).toFixed(0)} (${Math.max(...single).toFixed(0)})`,
      (peakMb - idleMb).toFixed(0),
    ];
    return `| ${name} | ${figures.join(" | ")} |`;
  });
  const all = (of: (row: Row) => readonly number[]): string => {
    const waits = rows.flatMap(of);
    return `${percentile(waits, 0.99).toFixed(0)} ms at the 99th percentile, ${Math.max(...waits).toFixed(0)} ms at most`;
  };
  return [
    machine(),
    "",
    "| request | answer | s | CPU s | longest piece of work in the way of others [ms of CPU] | `/health` waits, 99th percentile (longest) [ms] | a single Instance [ms] | memory beside idle, at most [MB] |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
    "",
    `Over all of it, \`/health\` took ${all(({ health }) => health)}; a single Instance ${all(({ single }) => single)}; a server that`,
    `does nothing, asked by the same client on the same machine, ${all(({ bare }) => bare)}.`,
  ].join("\n");
}
