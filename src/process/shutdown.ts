import type { Logger } from "../server/logger";

/** What the code with which the process ends tells. 1 is a start that failed, 128 and more a second signal. */
export const EXIT = { drained: 0, cutOff: 2, failedToStop: 3 } as const;

const NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;
type StopSignal = keyof typeof NUMBERS;

/**
 * Stops at the first signal, and ends at once at the second.
 * @param stop stops everything, and tells how many requests were not answered
 */
export function stopOnSignals(log: Logger, stop: () => Promise<number>): void {
  let isStopping = false;
  const onSignal = (signal: StopSignal): void => {
    if (isStopping) {
      log.warn("ended by a second signal", { signal });
      process.exit(128 + NUMBERS[signal]);
    }
    isStopping = true;
    log.info("stopping", { signal });
    stop().then(
      (cutOff) => {
        if (cutOff > 0)
          log.error("stopped before all requests were answered", `${cutOff} were cut off`, { cutOff });
        else log.info("stopped");
        return exitWith(cutOff > 0 ? EXIT.cutOff : EXIT.drained);
      },
      (cause: unknown) => {
        log.error("could not stop", cause);
        return exitWith(EXIT.failedToStop);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

/** Ends when the last line of the log is written. */
function exitWith(code: number): void {
  process.stdout.write("", () => process.exit(code));
}
