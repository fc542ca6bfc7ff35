import { connection, NOBODY_ANSWERS } from "./graph-connection";

/** The server no longer has this module: it was updated since the page was opened. */
export class PageUpdated extends Error {}

/**
 * Loads a module on demand, with retries while the server is unreachable. Some browsers, such as Chromium 147, remember that a module
 * could not be loaded, and ask for it no more: then the page is loaded anew, which keeps what is set.
 * @throws PageUpdated
 */
export async function loadPart<Part>(load: () => Promise<Part>, signal: AbortSignal): Promise<Part> {
  for (let wasAway = false; ; wasAway = true) {
    try {
      const part = await load();
      connection.hasAnswered();
      return part;
    } catch (cause) {
      if (signal.aborted) throw cause;
      if (await isServed(signal)) {
        if (!wasAway) throw new PageUpdated("The page was updated since it was opened.", { cause });
        location.reload();
        return new Promise(() => {});
      }
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
