import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { freePort } from "../../support/free-port";
import { giveToServerUser, postgresBinaries, SERVER_USER } from "./postgres-binaries";

export interface PostgresServer {
  /** Makes an empty database and tells its address. */
  createDatabase(): Promise<string>;
  /** Stops the server; {@link resume} starts it again, with its data and on the same port. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** The server keeps its connections and answers nothing, as a machine that hangs does; until told to go on. */
  freeze(): Promise<void>;
  thaw(): void;
  stop(): Promise<void>;
}

/** Far longer than a start takes: it bounds a wait for what never comes, and judges no speed. */
const START_PATIENCE_MS = 300_000;

/** Starts a PostgreSQL of its own: a free port, a temporary folder. @throws Error with its log when it does not start */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "footprint-postgres-"));
  giveToServerUser(folder);
  const bin = postgresBinaries(folder);
  const data = join(folder, "data");
  await initialise(bin, data);

  const port = await freePort();
  let server = launch(bin, data, port);
  const killWithTests = (): void => void server.process.kill("SIGKILL");
  process.once("exit", killWithTests);
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilReady(url("postgres"), server);

  let databases = 0;
  const halt = async (): Promise<void> => {
    if (server.process.exitCode !== null) return;
    const exited = once(server.process, "exit");
    server.process.kill("SIGINT");
    await exited;
  };
  // Each connection has a process of its own.
  let frozen: number[] = [];
  return {
    halt,
    resume: async () => {
      server = launch(bin, data, port);
      await untilReady(url("postgres"), server);
    },
    freeze: async () => {
      const backends = await withClient(url("postgres"), (client) =>
        client.query<{ pid: number }>(
          "SELECT pid FROM pg_stat_activity WHERE client_port IS NOT NULL AND pid <> pg_backend_pid()",
        ),
      );
      frozen = [server.process.pid as number, ...backends.rows.map(({ pid }) => pid)];
      for (const pid of frozen) process.kill(pid, "SIGSTOP");
    },
    thaw: () => {
      for (const pid of frozen) process.kill(pid, "SIGCONT");
    },
    createDatabase: async () => {
      databases += 1;
      const name = `store_${databases}`;
      await withClient(url("postgres"), (client) => client.query(`CREATE DATABASE ${name}`));
      return url(name);
    },
    stop: async () => {
      process.off("exit", killWithTests);
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function initialise(bin: string, data: string): Promise<void> {
  const flags = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  await promisify(execFile)(join(bin, "initdb"), ["-D", data, ...flags], { ...SERVER_USER, cwd: tmpdir() });
}

interface Launched {
  readonly process: ChildProcess;
  readonly log: () => string;
}

function launch(bin: string, data: string, port: number): Launched {
  // The tests kill clients, never the machine: nothing need be forced to disk.
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  const flags = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn(join(bin, "postgres"), flags, {
    ...SERVER_USER,
    cwd: tmpdir(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.on("error", (error) => {
    log += error.message;
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  return { process: child, log: () => log };
}

async function untilReady(url: string, server: Launched): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    try {
      return await withClient(url, async (client) => void (await client.query("SELECT 1")));
    } catch (error) {
      const { exitCode, pid } = server.process;
      if (exitCode !== null || pid === undefined || Date.now() > deadline) {
        throw new Error(`PostgreSQL does not start:\n${server.log()}`, { cause: error });
      }
      await sleep(50);
    }
  }
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
