import type { Logger } from "../server/logger";

/** Exit codes of the process. 1 is a failed start, 128 and above a second signal. */
export const EXIT = { drained: 0, cutOff: 2, failedToStop: 3 } as const;

const NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;
type StopSignal = keyof typeof NUMBERS;

/**
 * Shuts down gracefully at the first signal, and immediately at the second.
 * @param stop stops everything, and returns the number of unanswered requests
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
