import { InvalidArgumentError } from "commander";
import { setVariables } from "../../../process/environment";
import { SETTINGS_TABLE } from "../../../process/settings-table";
import type { CommandModule } from "../context";

interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
}

/** Starts the server in this process, as `npm start` does: its settings are environment variables. */
export const serveCommand: CommandModule = {
  build(command) {
    command
      .option("--port <port>", "port of the page and the graph (PORT; default: 4000)", readPort)
      .option("--host <address>", "address where they are served (HOST; default: localhost)")
      .action(() => serve(command.opts<ServeOptions>()));
    return undefined;
  },
};

async function serve({ host, port }: ServeOptions): Promise<void> {
  setVariables({ HOST: host, PORT: port });
  // Those are for commands that answer once. A server shuts down gracefully, and goes on when the reader of its log has ended.
  process.removeAllListeners("SIGINT");
  process.removeAllListeners("SIGTERM");
  process.stdout.removeAllListeners("error");
  const { serveProcess } = await import("../../../process/server-process");
  await serveProcess();
}

/** @throws InvalidArgumentError */
function readPort(text: string): string {
  const { least, most } = SETTINGS_TABLE.PORT;
  if (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most) return text;
  throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
}
