import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Served, served } from "../../support/serving-process";

const MAIN = join(__dirname, "../../../dist/src/main.js");
const OURS = /^(FOOTPRINT_|OTEL_|DATABASE_URL$|PORT$|HOST$)/;

/** @throws Error where it is not built, or ends before it serves */
export async function startBuiltGraph(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  if (!existsSync(MAIN)) throw new Error("The graph is not built: npm run build");
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
  const child = spawn(process.execPath, [MAIN], {
    // Without threads: each would compose the graph once more, and rehearse, beside pages that ask little.
    env: {
      ...inherited,
      HOST: "127.0.0.1",
      PORT: "0",
      FOOTPRINT_STORE: ":memory:",
      FOOTPRINT_THREADS: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return served(child);
}
