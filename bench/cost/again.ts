import "reflect-metadata";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Calibration } from "./calibration";
import type { Measured } from "./measure";
import { ratio } from "./page";

const RUNNER = join(__dirname, "../../test/stores/support/run-typescript.cjs");
/** Ratio of CPU time to counted cost from which an operation is measured again. */
const SUSPECT = 2;

interface Asked {
  readonly seed: number;
  readonly suspects: readonly Measured[];
}

/**
 * Measures what seems to cost too much in a process of its own, and takes the lower time: a pause of the first process, such as a full
 * garbage collection, counts for whichever operation is in work.
 */
export async function withSuspectsAgain(
  measured: readonly Measured[],
  seed: number,
): Promise<readonly Measured[]> {
  const suspects = measured.filter((one) => ratio(one) > SUSPECT);
  if (suspects.length === 0) return measured;
  const child = fork(RUNNER, [__filename], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The process that measures again ended with ${code}`);
  });
  child.send({ seed, suspects } satisfies Asked);
  const [again] = (await Promise.race([once(child, "message"), ended])) as [number[]];
  const least = new Map(suspects.map((one, at) => [one, Math.min(one.cpuMs, again[at] as number)]));
  return measured.map((one) => ({ ...one, cpuMs: least.get(one) ?? one.cpuMs }));
}

async function answer({ seed, suspects }: Asked): Promise<void> {
  const calibration = await Calibration.begin(seed);
  const again = await calibration.all(suspects);
  if (again.length !== suspects.length) throw new Error("An operation is refused that was not before");
  process.send?.(
    again.map(({ cpuMs }) => cpuMs),
    () => process.exit(),
  );
}

if (require.main === module)
  process.once("message", (asked: Asked) => {
    answer(asked).catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
