/** How long a line waits at most [ms]. */
const MOST_MS = 5;
/** Characters that wait at most: what is not written is lost with a process that is killed. */
const MOST_WAITING = 64 * 1024;

/**
 * Writes lines to a stream in their order, those of a few milliseconds together: each write is a call of the system, which
 * costs more than making the line. What waits is written when the process ends by itself.
 */
export function lineWriter(stream: NodeJS.WritableStream): (line: string) => void {
  let waiting = "";
  const flush = (): void => {
    if (waiting === "") return;
    const lines = waiting;
    waiting = "";
    stream.write(lines);
  };
  process.on("exit", flush);
  return (line) => {
    if (waiting === "") setTimeout(flush, MOST_MS).unref();
    waiting += line;
    if (waiting.length > MOST_WAITING) flush();
  };
}
