/** Exit codes, for pipelines. Documented in docs/command-line.md. */
export const EXIT = {
  done: 0,
  /** There is no figure, or not for every line. */
  failed: 1,
  /** The command line is wrong: a name, an option, a value. */
  misused: 2,
  /** The figure is above the threshold of `--fail-above`. */
  above: 3,
  /** Ended by the user: 128 and the number of the signal. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
