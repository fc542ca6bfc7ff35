import { readFileSync, unwatchFile, watchFile } from "node:fs";
import type { Logger } from "../logger";

/** What a file says, kept up to date. */
export interface WatchedFile<Content> {
  current(): Content;
  reload(): void;
  stop(): void;
}

/** By looking, not by being told: a file in a volume of Kubernetes changes by a link two folders up. */
const LOOK_EVERY_MS = 1_000;

/**
 * Reads a file, and again when it changes. What cannot be used later is logged, and what was read before stays in force:
 * a slip of the pen locks nobody out.
 * @throws Error naming the file, when it cannot be used at first
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
  let content = read();
  const reload = (): void => {
    try {
      content = read();
      log.info("read again", { file: path });
    } catch (error) {
      log.error("cannot be read again: what was read before stays in force", (error as Error).message);
    }
  };
  watchFile(path, { interval: LOOK_EVERY_MS, persistent: false }, reload);
  return { current: () => content, reload, stop: () => unwatchFile(path, reload) };
}
