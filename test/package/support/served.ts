import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Served, served } from "../../support/serving-process";
import type { Installed } from "./installed";

/** Starts the graph of an installed package on a free port, as its user does. */
export async function serve({ home, folder }: Installed): Promise<Served> {
  const child = spawn(
    process.execPath,
    [join(home, "dist/src/cli/footprint.js"), "serve", "--host", "127.0.0.1", "--port", "0"],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, FOOTPRINT_STORE: ":memory:" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  return served(child);
}
