import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { lineWriter } from "../../src/process/line-writer";

const folder = mkdtempSync(join(tmpdir(), "line-writer-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(): { writes: string[]; write: (line: string) => void } {
  const stream = new PassThrough();
  const writes: string[] = [];
  stream.on("data", (chunk: Buffer) => writes.push(chunk.toString()));
  return { writes, write: lineWriter(stream) };
}

describe("lines of the log", () => {
  it("are written together, in their order", async () => {
    const { writes, write } = written();
    for (const line of ["a\n", "b\n", "c\n"]) write(line);
    while (writes.length === 0) await sleep(5);
    write("d\n");
    while (writes.length === 1) await sleep(5);
    expect(writes).toEqual(["a\nb\nc\n", "d\n"]);
  });

  it("do not wait when they are many", () => {
    const { writes, write } = written();
    const line = `${"x".repeat(999)}\n`;
    for (let time = 0; time < 200; time++) write(line);
    expect(writes.join("").length).toBeGreaterThan(100_000);
  });

  /** Of a thousand characters each. */
  const lines = (from: number, to: number): string =>
    `for (let at = ${from}; at < ${to}; at++) write(String(at).padStart(999) + "\\n");`;
  const KILLED = 'process.kill(process.pid, "SIGKILL");';

  it.each([
    ["at most so many characters", 200 - 66, `${lines(0, 200)} ${KILLED}`],
    [
      "none of an earlier turn",
      200,
      `${lines(0, 200)} setTimeout(() => { ${lines(200, 210)} ${KILLED} }, 50);`,
    ],
  ])("lack %s at the end of a process that is killed", (_what, least, code) => {
    const killed = linesOf(code);
    expect(killed.map(Number)).toEqual(Array.from(killed, (_, at) => at));
    expect(killed.length).toBeGreaterThanOrEqual(least);
  });

  it.each(["process.exit(3)", "throw new Error('on purpose')", ""])(
    "are written when the process ends: %s",
    (end) => {
      expect(stdoutOf(`write("first\\n"); write("last\\n"); ${end}`)).toBe("first\nlast\n");
    },
  );
});

const linesOf = (code: string): string[] => stdoutOf(code).split("\n").slice(0, -1);

/** Of a program that writes lines, however it ends. */
function stdoutOf(code: string): string {
  // JavaScript: of a program in TypeScript, what it compiles to would be kept for the next time, under a path that is never asked for again.
  const program = join(folder, "program.cjs");
  const writer = join(__dirname, "..", "..", "src", "process", "line-writer.ts");
  writeFileSync(
    program,
    `const write = require(${JSON.stringify(writer)}).lineWriter(process.stdout);
     ${code}`,
  );
  const run = join(__dirname, "..", "stores", "support", "run-typescript.cjs");
  const { stdout } = spawnSync(process.execPath, [run, program], { encoding: "utf8", maxBuffer: 10_000_000 });
  return stdout;
}
