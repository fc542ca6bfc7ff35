/** What the command ends with, so that pipelines can tell. Published: docs/command-line.md. */
export const EXIT = {
  done: 0,
  /** There is no answer, or not to every line. */
  failed: 1,
  /** The command line is wrong: a name, an option, a value. */
  misused: 2,
  /** The answer is there, and above what `--fail-above` allows. */
  above: 3,
  /** Ended by the user: 128 and the number of the signal. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
