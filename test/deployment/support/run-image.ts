import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Image } from "./image";

export interface Container {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Resolves with the address of the graph. @throws Error with the output when it ends before */
  readonly url: Promise<string>;
}

/** Runs a command in an image: as its user, in its folder, with its environment and nothing of ours. */
export function runInImage(
  image: Image,
  [program = "", ...parameters]: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Container {
  // The base image has Node in its path, as this process has it.
  const child = spawn(program === "node" ? process.execPath : program, parameters, {
    ...image.user,
    cwd: image.workdir,
    env: { ...inFolder(image), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = once(child, "close").then(([code]) => code as number | null);
  const url = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, address] = /The graph is served at (http:[^"\s]+)/.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then(() => reject(new Error(`it ended: ${output}`)));
  });
  url.catch(() => undefined);
  return { process: child, output: () => output, ended, url };
}

/** Paths of the image, where its folder stands for "/". */
function inFolder({ environment, root }: Image): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.startsWith("/") ? `${root}${value}` : value,
    ]),
  );
}
