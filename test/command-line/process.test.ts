import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const RUNNER = join(__dirname, "..", "stores", "support", "run-typescript.cjs");
const PROGRAM = join(__dirname, "..", "..", "src", "cli", "footprint.ts");
const folder = mkdtempSync(join(tmpdir(), "footprint-process-"));
const COMMAND = join(folder, "footprint");
const environment = {
  ...process.env,
  FOOTPRINT_STORE: ":memory:",
  PATH: `${folder}${delimiter}${process.env.PATH}`,
};

beforeAll(() => {
  writeFileSync(COMMAND, `#!/bin/sh\nexec '${process.execPath}' '${RUNNER}' '${PROGRAM}' "$@"\n`);
  chmodSync(COMMAND, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

const shell = (script: string) => spawnSync("bash", ["-c", script], { env: environment, encoding: "utf8" });

describe("the command as a process", () => {
  it("answers on stdout, tells on stderr, and ends with its code", () => {
    const { status, stdout, stderr } = shell(
      "footprint estimate instance PRO2-S --zone fr-par-2 --quiet --fail-above 1kg",
    );
    expect([status, stdout]).toEqual([3, "2.94 kg CO2e\n"]);
    expect(stderr).toBe("Greenhouse gases: 2.94 kg CO2e is more than 1 kg CO2e.\n");
  });

  it("ends quietly when its reader has had enough", () => {
    const { stdout, stderr } = shell("footprint factors --json | head -1");
    expect([stdout, stderr]).toEqual(["[\n", ""]);
  });

  it("ends quietly when it is interrupted", async () => {
    const child = spawn(COMMAND, ["portfolio", "-"], { env: environment });
    let told = "";
    child.stderr.on("data", (text) => {
      told += text;
    });
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    // It waits for its input as soon as it has answered that it reads.
    await new Promise((resolve) => child.on("spawn", resolve));
    const interrupting = setInterval(() => child.kill("SIGINT"), 100);
    const code = await ended;
    clearInterval(interrupting);
    expect([code === 130 || code === null, told]).toEqual([true, ""]);
  });
});

it("gives a terminal its cursor and its line breaks back where a long file is interrupted", () => {
  const script = join(__dirname, "support/interrupted-progress.ts");
  const { status, stderr } = spawnSync(process.execPath, [RUNNER, script], {
    env: environment,
    encoding: "utf8",
  });
  expect(status).toBe(143);
  const [hidden, shown] = ["\u001b[?25l", "\u001b[?25h"].map((code) => stderr.lastIndexOf(code));
  expect(hidden).toBeGreaterThanOrEqual(0);
  expect(shown).toBeGreaterThan(hidden as number);
  expect(stderr.lastIndexOf("\u001b[?7h")).toBeGreaterThan(stderr.lastIndexOf("\u001b[?7l"));
});

/** Whether a shell is installed: without it, its completion is not tried here. */
const isThere = (name: string): boolean => spawnSync(name, ["-c", "true"]).status === 0;

const zsh = (typed: string, found: string): string => `
zmodload zsh/zpty
zpty shell zsh -f
zpty -w shell 'autoload -Uz compinit; compinit -u -D; source <(footprint completion zsh); echo READY'
zpty -r -m shell _ '*READY*READY*'
zpty -w -n shell $'${typed}\\t'
zpty -r -m shell answer '*${found}*'
print -r -- "$answer"
zpty -d shell
`;

/** As the shell hands words over: it takes them apart where there is an =. */
const bash = (typed: string): string => {
  const words = typed.replaceAll("=", " = ").split(/\s+/);
  return `source <(footprint completion bash); COMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _footprint; echo "\${COMPREPLY[@]}"`;
};

const fish = (typed: string): string => `footprint completion fish | source; complete -C "${typed}"`;

const PLACE = "footprint estimate instance PRO2-S --zone it";
const POOL = "footprint estimate k8s kapsule --pool type=PRO2-XX";
const SHELLS: readonly (readonly [shell: string, what: string, script: string, found: string])[] = [
  ["bash", "the place of an offer", bash(PLACE), "it-mil-1"],
  ["bash", "a value in a list", bash(POOL), "PRO2-XXS,"],
  ["fish", "the place of an offer", fish(PLACE), "it-mil-1"],
  ["fish", "a value in a list", fish(POOL), "type=PRO2-XXS,"],
  ["zsh", "the place of an offer", zsh(PLACE, "it-mil-1"), "it-mil-1"],
  ["zsh", "a value in a list", zsh(POOL, "PRO2-XXS,"), "PRO2-XXS,"],
];

describe("completion in a real shell", () => {
  for (const [name, what, script, found] of SHELLS) {
    if (!isThere(name)) {
      it.skip(`${name} completes ${what}: not tried, as ${name} is not installed here`, () => {});
      continue;
    }
    it(`${name} completes ${what}`, () => {
      const out = execFileSync(name, ["-c", script], { env: environment, encoding: "utf8" });
      expect(out).toContain(found);
    });
  }
});
