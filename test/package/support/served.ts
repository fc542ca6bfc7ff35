import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type Served, served } from "../../support/serving-process";
import type { Installed } from "./installed";

/** Starts the graph of an installed package on a free port, as its user does. */
export async function serve(installed: Installed): Promise<Served> {
  return served(serving(installed, "0"));
}

/** The command at a port, in a group of its own: as it is in a terminal. */
export function serving(
  { home, folder }: Installed,
  port: string,
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(
    process.execPath,
    [join(home, "dist/src/cli/footprint.js"), "serve", "--host", "127.0.0.1", "--port", port],
    {
      cwd: folder,
      detached: true,
      // Without threads, which rehearse beside what is tested: a user who asks little has none to wait for either.
      env: {
        PATH: process.env.PATH,
        FOOTPRINT_STORE: ":memory:",
        FOOTPRINT_THREADS: "0",
        PORT: "none",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}
