import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { parse } from "yaml";
import { spawned } from "./support/spawned";

const ROOT = join(__dirname, "../..");
const page = readFileSync(join(ROOT, "docs/terraform.md"), "utf8");
const [, github, gitlab] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, one]) =>
  parse(one as string),
);

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
  readonly run?: string;
  readonly env?: Record<string, string>;
}
interface Workflow {
  readonly jobs: Record<string, { readonly steps: readonly Step[] }>;
}

const WORKFLOWS: readonly (readonly [string, Workflow])[] = [
  ["the recipe for GitHub", github],
  ...readdirSync(join(ROOT, ".github/workflows")).map(
    (file) => [file, parse(readFileSync(join(ROOT, ".github/workflows", file), "utf8"))] as const,
  ),
];

/** Inputs of actions, from their action.yml. */
const INPUTS: Readonly<Record<string, readonly string[]>> = {
  "actions/checkout@v4": [
    "repository",
    "ref",
    "token",
    "persist-credentials",
    "path",
    "clean",
    "fetch-depth",
    "submodules",
  ],
  "actions/setup-node@v4": [
    "node-version",
    "node-version-file",
    "cache",
    "cache-dependency-path",
    "registry-url",
    "scope",
  ],
  "actions/upload-artifact@v4": ["name", "path", "if-no-files-found", "retention-days", "overwrite"],
  "hashicorp/setup-terraform@v3": [
    "terraform_version",
    "terraform_wrapper",
    "cli_config_credentials_hostname",
    "cli_config_credentials_token",
  ],
};
const OF_WORKFLOW = ["name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs"];
const OF_JOB = [
  "name",
  "runs-on",
  "needs",
  "if",
  "permissions",
  "env",
  "strategy",
  "services",
  "container",
  "timeout-minutes",
  "steps",
];
const OF_STEP = [
  "name",
  "id",
  "if",
  "uses",
  "with",
  "run",
  "env",
  "shell",
  "working-directory",
  "continue-on-error",
  "timeout-minutes",
];
/** Keywords of a job of GitLab CI. */
const OF_GITLAB = [
  "stage",
  "image",
  "needs",
  "rules",
  "script",
  "before_script",
  "after_script",
  "artifacts",
  "variables",
  "cache",
  "tags",
  "allow_failure",
];

const strays = (value: object, known: readonly string[]): string[] =>
  Object.keys(value).filter((key) => !known.includes(key));

describe("workflows", () => {
  it.each(WORKFLOWS)("have keys and inputs of actions that there are: %s", (_name, workflow) => {
    expect(strays(workflow, OF_WORKFLOW)).toEqual([]);
    for (const job of Object.values(workflow.jobs)) {
      expect(strays(job, OF_JOB)).toEqual([]);
      for (const step of job.steps) {
        expect(strays(step, OF_STEP)).toEqual([]);
        expect([step.uses, step.run].filter((one) => one !== undefined)).toHaveLength(1);
        if (step.uses !== undefined)
          expect(strays(step.with ?? {}, INPUTS[step.uses] ?? [`inputs of ${step.uses}`])).toEqual([]);
      }
    }
  });

  it("of GitLab have keywords that there are", () => {
    for (const job of Object.values(gitlab as Record<string, { artifacts: object }>)) {
      expect(strays(job, OF_GITLAB)).toEqual([]);
      expect(strays(job.artifacts, ["paths", "when", "expire_in", "reports", "name", "expose_as"])).toEqual(
        [],
      );
    }
  });
});

const folder = mkdtempSync(join(tmpdir(), "recipes-"));
const programs = join(folder, "programs");
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  mkdirSync(programs);
  // Terraform itself, with a plan that it has made; all else is real but the network.
  program(
    "terraform",
    '#!/bin/bash\ncase "$1" in\n  plan) touch "$3" ;;\n  show) test -e "$3" && cat "$PLAN" ;;\nesac\n',
  );
  program(
    "npx",
    `#!/bin/bash
[ "$1 $2 $3 $4" = "--yes --package footprint-graph footprint" ] || exit 64
shift 4
exec ${process.execPath} ${join(ROOT, "test/stores/support/run-typescript.cjs")} ${join(ROOT, "src/cli/footprint.ts")} "$@"
`,
  );
  program("gh", `#!${process.execPath}\n${GH}`);
});

function program(name: string, script: string): void {
  writeFileSync(join(programs, name), script);
  chmodSync(join(programs, name), 0o755);
}

/** The comments of a pull request, as gh asks for them. */
const GH = `
const { readFileSync, writeFileSync } = require("node:fs");
const args = process.argv.slice(2);
const valueOf = (name) => args[args.indexOf(name) + 1];
const comments = JSON.parse(readFileSync("comments.json", "utf8"));
const path = args.find((one) => one.startsWith("repos/"));
if (process.env.GH_TOKEN !== "of github.token") throw new Error("no token");
if (args.includes("--jq")) {
  if (path !== "repos/o/r/issues/7/comments" || !args.includes("--paginate")) throw new Error(path);
  const [, mark] = /startswith\\("(.*?)"\\)/.exec(valueOf("--jq"));
  for (const { id, body } of comments) if (body.startsWith(mark)) console.log(id);
} else {
  const [, file] = /^body=@(.*)$/.exec(valueOf("--field"));
  const body = readFileSync(file, "utf8");
  const [, id] = /^repos\\/o\\/r\\/issues\\/comments\\/(\\d+)$/.exec(path) ?? [];
  if (valueOf("--method") === "PATCH") comments.find((one) => one.id === Number(id)).body = body;
  else if (valueOf("--method") === "POST" && path === "repos/o/r/issues/7/comments") comments.push({ id: 100 + comments.length, body });
  else throw new Error(args.join(" "));
  writeFileSync("comments.json", JSON.stringify(comments));
}
`;

const EXPRESSIONS: Readonly<Record<string, string>> = {
  "github.token": "of github.token",
  "github.event.pull_request.number": "7",
  "secrets.SCW_ACCESS_KEY": "x",
  "secrets.SCW_SECRET_KEY": "x",
  "secrets.SCW_DEFAULT_PROJECT_ID": "x",
};

function evaluated(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => {
        const found = EXPRESSIONS[expression];
        if (found === undefined) throw new Error(`${expression} is not known here`);
        return found;
      }),
    ]),
  );
}

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ PATH: `${programs}${delimiter}${process.env.PATH}`, FOOTPRINT_STORE: ":memory:", ...more },
});
const plan = (name: string): string => join(__dirname, "fixtures", name);

describe("the recipe for GitHub, run step by step", () => {
  /** Each step as the runner has it: a script of its own, ended by the first line that fails. */
  function run(fixture: string): { readonly ended: (number | null)[]; readonly said: string } {
    const ended: (number | null)[] = [];
    let said = "";
    for (const step of (github as Workflow).jobs.footprint?.steps ?? []) {
      if (step.run === undefined) continue;
      writeFileSync(join(folder, "step.sh"), step.run);
      const env = environment({ PLAN: plan(fixture), GITHUB_REPOSITORY: "o/r", ...evaluated(step.env) });
      const { status, stderr } = spawnSync("bash", ["-e", "step.sh"], { cwd: folder, env, encoding: "utf8" });
      ended.push(status);
      said += stderr;
      if (status !== 0) break;
    }
    return { ended, said };
  }

  it("comments once, writes its own comment anew, and fails above the threshold", () => {
    const others = [{ id: 1, body: "look: <!-- footprint-terraform -->" }];
    writeFileSync(join(folder, "comments.json"), JSON.stringify(others));
    expect(run("web.plan.json")).toEqual({
      ended: [0, 0, 0, 0, 0, 3],
      said: expect.stringMatching(/more than 10 %/),
    });
    const comments = () => JSON.parse(readFileSync(join(folder, "comments.json"), "utf8")) as typeof others;
    expect(comments()).toHaveLength(2);
    expect(comments()[1]?.body).toMatch(/Footprint of this plan: \+38\.1 kg CO2e/);
    expect(run("empty.plan.json")).toEqual({ ended: [0, 0, 0, 0, 0, 0], said: "" });
    expect(comments()).toHaveLength(2);
    expect(comments()[0]).toEqual(others[0]);
    expect(comments()[1]?.body).toMatch(/Footprint of this plan: 0 kg CO2e/);
  });
});

describe("the recipe for GitLab, run as one script", () => {
  const notes: { id: number; body: string }[] = [{ id: 1, body: "first" }];
  let server: Server;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const path = (request.url ?? "").replace(/\?.*$/, "");
      const form = new URLSearchParams(await text(request));
      const [, id] = /^\/api\/v4\/projects\/5\/merge_requests\/6\/notes(?:\/(\d+))?$/.exec(path) ?? [path];
      const isAllowed = request.headers["private-token"] === "secret" && id !== path;
      if (request.method === "POST") notes.push({ id: 10 + notes.length, body: form.get("body") as string });
      for (const one of notes)
        if (request.method === "PUT" && one.id === Number(id)) one.body = form.get("body") as string;
      response
        .writeHead(isAllowed ? 200 : 401, { "content-type": "application/json" })
        .end(JSON.stringify(notes));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });
  afterAll(() => server.close());

  const run = async (fixture: string, token = "secret") => {
    const { script } = (gitlab as Record<string, { script: string[] }>).footprint as { script: string[] };
    const { port } = server.address() as AddressInfo;
    writeFileSync(join(folder, "plan.json"), readFileSync(plan(fixture)));
    writeFileSync(join(folder, "job.sh"), ["set -eo pipefail", ...script].join("\n"));
    const api = {
      CI_API_V4_URL: `http://127.0.0.1:${port}/api/v4`,
      CI_PROJECT_ID: "5",
      CI_MERGE_REQUEST_IID: "6",
    };
    return spawned("bash", ["job.sh"], {
      cwd: folder,
      env: environment({ ...api, FOOTPRINT_COMMENT_TOKEN: token }),
    });
  };

  it("comments once, writes its own comment anew, leaves its artifacts, and fails above the threshold", async () => {
    expect(await run("web.plan.json")).toMatchObject({
      code: 3,
      err: expect.stringMatching(/more than 10 %/),
    });
    expect(notes).toHaveLength(2);
    expect(notes[1]?.body).toMatch(/^<!-- footprint-terraform -->\n[\s\S]*\+38\.1 kg CO2e/);
    expect(await run("empty.plan.json")).toMatchObject({ code: 0, err: "" });
    expect(notes.map(({ body }) => body.length > 10)).toEqual([false, true]);
    expect(notes[1]?.body).toMatch(/Footprint of this plan: 0 kg CO2e/);
    for (const path of (gitlab as Record<string, { artifacts: { paths: string[] } }>).footprint?.artifacts
      .paths ?? [])
      expect(readFileSync(join(folder, path)).length).toBeGreaterThan(100);
  });

  it("ends, and says why, where the token is not allowed", async () => {
    const { code, err } = await run("web.plan.json", "wrong");
    expect(code).not.toBe(0);
    expect(err).toMatch(/401/);
  });
});

describe("the rehearsal of a publication", () => {
  const [, publish] = WORKFLOWS.find(([name]) => name === "publish.yml") as readonly [string, Workflow];
  const steps = publish.jobs.rehearse?.steps ?? [];

  it("stops short of publishing", () => {
    const scripts = Object.values(publish.jobs).flatMap((job) => job.steps.map(({ run = "" }) => run));
    const publications = scripts.filter((script) => /\bnpm\s+(publish|stage)\b/.test(script));
    expect(publications).toHaveLength(1);
    for (const script of publications) expect(script).toMatch(/^npm publish --dry-run \S+$/);
  });

  it("is of the version that the tag names", () => {
    const script = steps.find(({ name }) => name === "the tag is the version")?.run as string;
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    const statusFor = (tag: string) =>
      spawnSync("bash", ["-e", "-c", script], { cwd: ROOT, env: { ...process.env, GITHUB_REF_NAME: tag } })
        .status;
    expect([statusFor(`v${version}`), statusFor("v99.0.0"), statusFor(version)]).toEqual([0, 1, 1]);
  });
});
