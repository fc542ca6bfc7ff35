import { readFileSync, writeFileSync } from "node:fs";
import type { GraphProcess } from "../../operations/support/graph-process";

/** Resident memory of the process, now or at most so far [MB]; as Linux tells it. */
export function residentMb({ child }: GraphProcess, of: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const [, kb] = new RegExp(`^${of}:\\s*(\\d+) kB`, "m").exec(status) as unknown as [string, string];
  return Number(kb) / 1024;
}

/** So that the most is that from now on: an earlier operation may have taken more, and left more. */
export function forgetMostResident({ child }: GraphProcess): void {
  writeFileSync(`/proc/${child.pid}/clear_refs`, "5");
}
