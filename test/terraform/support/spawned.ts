import { type SpawnOptions, spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** A program that was run beside this process, which goes on to serve it. */
export async function spawned(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd" | "env">,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((end) => child.on("close", end));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
