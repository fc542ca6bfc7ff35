import { spawn } from "node:child_process";
import { join } from "node:path";
import type { CommandModule, Context } from "../context";
import { EXIT, type ExitCode } from "../exit-codes";

const SERVER = join(__dirname, "..", "..", "..", "main.js");
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
}

/** The server in a process of its own, as `npm start` begins it: its settings are environment variables. */
export const serveCommand: CommandModule = {
  build(command, context) {
    command
      .option("--port <port>", "port of the page and the graph (PORT; default: 4000)")
      .option("--host <address>", "address where they are served (HOST; default: localhost)")
      .action(() => serve(command.opts<ServeOptions>(), context));
    return undefined;
  },
};

async function serve({ host, port }: ServeOptions, context: Context): Promise<void> {
  const environment = {
    ...context.io.environment,
    ...(host === undefined ? {} : { HOST: host }),
    ...(port === undefined ? {} : { PORT: port }),
  };
  const server = spawn(process.execPath, [SERVER], { stdio: "inherit", env: environment });
  // It ends as it was asked to, and this process with it.
  process.removeAllListeners("SIGINT");
  for (const signal of SIGNALS) process.on(signal, () => server.kill(signal));
  context.exitCode = await new Promise<ExitCode>((resolve, reject) => {
    server.on("error", reject);
    server.on("exit", (code) => resolve(code === 0 ? EXIT.done : EXIT.failed));
  });
}
