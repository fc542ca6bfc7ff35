import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const RUNNER = join(__dirname, "../../stores/support/run-typescript.cjs");
const MAIN = join(__dirname, "../../../src/main.ts");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The graph as a process of its own, as an operator starts it. */
export interface GraphProcess {
  readonly child: ChildProcess;
  /** Of `/graphql`. */
  readonly url: string;
  /** Of metrics and health, where they have a port of their own. */
  readonly inside: string | undefined;
  readonly ended: Promise<Ended>;
  /** The lines of the log so far, parsed. */
  log(): Record<string, unknown>[];
  /** Resolves when a line of the log passes. */
  untilLogged(passes: (line: Record<string, unknown>) => boolean): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/**
 * Threads as a graph has them where nothing is said: for suites that ask much at once. The others have none: a thread composes
 * the graph once more, and rehearses, two seconds of a core beside a process that takes one to start.
 */
export const WITH_THREADS: Environment = { FOOTPRINT_THREADS: "" };

/** What a process may not do. */
export interface Confinement {
  /** Largest file that it can write [blocks, of 512 bytes or more]: beyond that, its disk is full. */
  readonly fileBlocks?: number;
  /** It has no rights of a superuser, for whom no file is read-only. */
  readonly isUnprivileged?: boolean;
}

const USUAL: Environment = {
  HOST: "127.0.0.1",
  PORT: "0",
  FOOTPRINT_STORE: ":memory:",
  FOOTPRINT_THREADS: "0",
};
const NOBODY = 65_534;

const OURS = /^(FOOTPRINT_|OTEL_|DATABASE_URL$|PORT$|HOST$)/;

function launch(
  environment: Environment,
  { fileBlocks, isUnprivileged = false }: Confinement = {},
): { child: ChildProcess; output: Ended; ended: Promise<Ended> } {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
  const command = [process.execPath, RUNNER, MAIN];
  const confined =
    fileBlocks === undefined ? command : ["sh", "-c", `ulimit -f ${fileBlocks}; exec "$0" "$@"`, ...command];
  const isSuperuser = process.getuid?.() === 0;
  const child = spawn(confined[0] as string, confined.slice(1), {
    ...(isUnprivileged && isSuperuser ? { uid: NOBODY, gid: NOBODY } : {}),
    env: { ...inherited, ...USUAL, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { code: null, signal: null, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  const ended = once(child, "close").then(([code, signal]) => ({ ...output, code, signal }) as Ended);
  return { child, output, ended };
}

/** Runs the graph until it ends by itself: for a start that is expected to fail. */
export function runGraph(environment: Environment): Promise<Ended> {
  return launch(environment).ended;
}

/** Starts the graph and waits until it serves. @throws Error with its output when it ends before that */
export async function startGraph(
  environment: Environment = {},
  confinement: Confinement = {},
): Promise<GraphProcess> {
  const { child, output, ended } = launch(environment, confinement);
  const killWithTests = (): void => void child.kill("SIGKILL");
  process.once("exit", killWithTests);
  void ended.then(() => process.off("exit", killWithTests));
  const log = (): Record<string, unknown>[] =>
    output.stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const untilLogged = async (passes: (line: Record<string, unknown>) => boolean): Promise<void> => {
    while (!log().some(passes)) {
      const more = await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), ended]);
      if (!Array.isArray(more)) throw new Error(`the graph ended: ${JSON.stringify(more)}`);
    }
  };
  const address = (start: string): string | undefined =>
    log()
      .map(({ message }) => String(message))
      .find((message) => message.startsWith(start))
      ?.slice(start.length);
  await untilLogged(({ message }) => String(message).startsWith("The graph is served at "));
  const url = address("The graph is served at ") as string;
  return {
    child,
    url,
    get inside() {
      return address("Metrics and health are served at ");
    },
    ended,
    log,
    untilLogged,
  };
}

/** Asks it to stop and waits for its end. */
export async function stopGraph(graph: GraphProcess): Promise<Ended> {
  graph.child.kill("SIGTERM");
  return graph.ended;
}
