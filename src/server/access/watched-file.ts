import { readFileSync, statSync } from "node:fs";
import type { Logger } from "../logger";

/** The content of a file, reloaded when it changes. */
export interface WatchedFile<Content> {
  current(): Content;
  reload(): void;
  stop(): void;
}

/**
 * Polls instead of using events: in a Kubernetes volume, a symbolic link two folders up changes. Not
 * `fs.watchFile`, whose first look is after the file was read, so that it misses changes in between.
 */
const LOOK_EVERY_MS = 1_000;

/**
 * Reads a file, and reloads it when it changes. If the new content is invalid, that is logged and the old content stays in force:
 * a typo locks no client out.
 * @throws Error naming the file, if it is invalid at the start
 */
export function watchedFile<Content>(
  path: string,
  parse: (text: string) => Content,
  log: Logger,
): WatchedFile<Content> {
  const read = (): Content => {
    try {
      return parse(readFileSync(path, "utf8"));
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`);
    }
  };
  let seen = stateOf(path);
  let content = read();
  const reload = (): void => {
    seen = stateOf(path);
    try {
      content = read();
      log.info("read again", { file: path });
    } catch (error) {
      log.error("cannot be read again: what was read before stays in force", (error as Error).message);
    }
  };
  const look = setInterval(() => {
    if (stateOf(path) !== seen) reload();
  }, LOOK_EVERY_MS).unref();
  return { current: () => content, reload, stop: () => clearInterval(look) };
}

/** Changes whenever the file does. Taken before the file is read, so that a change meanwhile is seen at the next look. */
function stateOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "unreadable";
  }
}
