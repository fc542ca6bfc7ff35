import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { spawned } from "./support/spawned";

import { github, gitlab, ROOT, type Workflow } from "./support/workflows";

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
exec "${process.execPath}" "${join(ROOT, "test/stores/support/run-typescript.cjs")}" "${join(ROOT, "src/cli/footprint.ts")}" "$@"
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
