import "reflect-metadata";
import { resolve } from "node:path";

/** A program that writes what is generated, or with `--check` compares it with the files and sets the exit code. */
interface Generator {
  run(args: readonly string[]): void | Promise<void>;
}

/** Checks what each program of some generates, in one process: each by itself would load the graph once more. Those that fail are returned. */
export async function checkGenerated(programs: readonly string[]): Promise<string[]> {
  if (programs.length === 0) throw new Error("name the programs whose files are to be checked");
  const failed: string[] = [];
  for (const program of programs) {
    try {
      const { run } = (await import(resolve(program))) as Generator;
      await run(["--check"]);
    } catch (error) {
      // The others are checked all the same.
      failed.push(`${program}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  return failed;
}

async function main(programs: readonly string[]): Promise<void> {
  const failed = await checkGenerated(programs);
  if (failed.length === 0) return;
  process.stderr.write(`${failed.join("\n")}\n`);
  process.exitCode = 1;
}

if (require.main === module) void main(process.argv.slice(2));
