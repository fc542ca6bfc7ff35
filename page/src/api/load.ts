import { connection, NOBODY_ANSWERS } from "./graph-connection";

/** The server no longer has this module: it was updated since the page was opened. */
export class PageUpdated extends Error {}

/**
 * Loads a module on demand, with retries while the server is unreachable.
 * @throws PageUpdated
 */
export async function loadPart<Part>(load: () => Promise<Part>, signal: AbortSignal): Promise<Part> {
  for (;;) {
    try {
      const part = await load();
      connection.hasAnswered();
      return part;
    } catch (cause) {
      if (signal.aborted) throw cause;
      if (await isServed(signal))
        throw new PageUpdated("The page was updated since it was opened.", { cause });
      connection.hasFailed(NOBODY_ANSWERS);
      await connection.nextTry(signal);
    }
  }
}

async function isServed(signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(location.pathname, { method: "HEAD", cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}
