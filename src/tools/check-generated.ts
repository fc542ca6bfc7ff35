import "reflect-metadata";
import { resolve } from "node:path";

/** A program that writes what is generated, or with `--check` compares it with the files and sets the exit code. */
interface Generator {
  run(args: readonly string[]): void | Promise<void>;
}

/** Checks what each program of some generates, in one process: each by itself would load the graph once more. */
async function main(programs: readonly string[]): Promise<void> {
  if (programs.length === 0) throw new Error("name the programs whose files are to be checked");
  for (const program of programs) {
    const { run } = (await import(resolve(program))) as Generator;
    await run(["--check"]);
  }
}

void main(process.argv.slice(2));
