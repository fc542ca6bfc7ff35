import type { Amounts } from "../../library";
import type { Context } from "./context";
import { EXIT } from "./exit-codes";
import { exceeded, type Threshold } from "./options/threshold";

/** Reports amounts above the threshold on stderr, and sets the exit code. */
export function holdTo(
  thresholds: readonly Threshold[] | undefined,
  total: Amounts | null,
  context: Pick<Context, "io" | "exitCode">,
): void {
  if (thresholds === undefined) return;
  const { above, unknown } = exceeded(total, thresholds);
  for (const text of [...unknown, ...above]) context.io.err.write(`${text}\n`);
  if (unknown.length > 0) context.exitCode = EXIT.failed;
  if (above.length > 0) context.exitCode = EXIT.above;
}
