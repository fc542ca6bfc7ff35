import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { gitlab, ROOT, WORKFLOWS, type Workflow } from "./support/workflows";

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
