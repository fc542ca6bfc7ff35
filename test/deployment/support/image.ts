import { execFile } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Stage, type Step, stagesOf } from "./dockerfile";
import { installLocked } from "./locked-packages";

const run = promisify(execFile);
const ROOT = join(__dirname, "../../..");
/** As root, the image runs as another user, like in a container; else as who runs the tests. */
const IS_ROOT = process.getuid?.() === 0;

/** The final stage of the Dockerfile, carried out in a folder. */
export interface Image {
  /** The folder that stands for "/". */
  readonly root: string;
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: { readonly uid: number; readonly gid: number } | Record<string, never>;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  remove(): void;
}

interface Built {
  readonly root: string;
  workdir: string;
  readonly environment: Record<string, string>;
  readonly writable: string[];
}

/** Does what the Dockerfile says, stage by stage. @throws Error for a step that is not known here, or fails */
export async function buildImage(dockerfile: string): Promise<Image> {
  const folder = mkdtempSync(join(tmpdir(), "footprint-image-"));
  chmodSync(folder, 0o755);
  const built = new Map<string, Built>();
  const stages = stagesOf(dockerfile);
  try {
    for (const stage of stages)
      built.set(stage.name, await buildStage(stage, join(folder, stage.name), built));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const last = stages.at(-1) as Stage;
  const image = built.get(last.name) as Built;
  await run("chmod", ["-R", "a+rX,a-w", image.root]);
  for (const path of image.writable) await run("chmod", ["u+w", path]);
  const words = (keyword: string): Step | undefined =>
    last.steps.findLast((step) => step.keyword === keyword);
  const [uid = 0, gid = 0] = (words("USER")?.words[0] ?? "").split(":").map(Number);
  if (IS_ROOT) for (const path of image.writable) chownSync(path, uid, gid);
  return {
    root: image.root,
    workdir: join(image.root, image.workdir),
    environment: image.environment,
    user: IS_ROOT ? { uid, gid } : {},
    command: words("CMD")?.exec ?? [],
    healthcheck: words("HEALTHCHECK")?.exec ?? [],
    remove: () => {
      // What may not be written may not be removed either, but by root.
      if (!IS_ROOT)
        execFile("chmod", ["-R", "u+w", folder], () => rmSync(folder, { recursive: true, force: true }));
      else rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function buildStage(
  { steps }: Stage,
  root: string,
  earlier: ReadonlyMap<string, Built>,
): Promise<Built> {
  const stage: Built = { root, workdir: "/", environment: {}, writable: [] };
  mkdirSync(root);
  for (const step of steps) await carryOut(step, stage, earlier);
  return stage;
}

async function carryOut(step: Step, stage: Built, earlier: ReadonlyMap<string, Built>): Promise<void> {
  const here = join(stage.root, stage.workdir);
  switch (step.keyword) {
    case "WORKDIR":
      stage.workdir = resolve(stage.workdir, step.words[0] ?? "");
      mkdirSync(join(stage.root, stage.workdir), { recursive: true });
      return;
    case "ENV":
      for (const [, name = "", value = ""] of step.words.map((word) => /^(\w+)=(.*)$/.exec(word) ?? [])) {
        stage.environment[name] = value;
      }
      return;
    case "COPY":
      return copy(step, stage, step.from === undefined ? ROOT : (earlier.get(step.from) as Built).root);
    case "RUN":
      return carryOutRun(step.words.join(" "), stage, here);
    case "USER":
    case "EXPOSE":
    case "STOPSIGNAL":
    case "HEALTHCHECK":
    case "CMD":
      return;
    default:
      throw new Error(`${step.keyword} is not known here`);
  }
}

async function copy({ words, from }: Step, stage: Built, source: string): Promise<void> {
  const paths = words.filter((word) => !word.startsWith("--"));
  const target = paths.pop() ?? "";
  const destination = join(stage.root, resolve(stage.workdir, target));
  for (const path of paths) {
    const origin = join(source, path);
    if (!existsSync(origin)) throw new Error(`COPY ${from ?? ""} ${path}: there is no such file`);
    const isInto = target.endsWith("/") || paths.length > 1;
    await copyTo(isInto ? join(destination, basename(path)) : destination, origin);
  }
}

/** By a program of its own: Node takes seconds for the files of all packages. */
async function copyTo(target: string, origin: string): Promise<void> {
  const isFolder = statSync(origin).isDirectory();
  mkdirSync(isFolder ? target : dirname(target), { recursive: true });
  await run("cp", ["-R", "-P", isFolder ? `${origin}/.` : origin, target]);
}

async function carryOutRun(command: string, stage: Built, here: string): Promise<void> {
  if (/^npm ci(?!.*--omit)/.test(command)) {
    // All packages are what the tests themselves run with: installed once, from the same lock file.
    return symlinkSync(join(ROOT, "node_modules"), join(here, "node_modules"));
  }
  if (/^npm ci .*--omit=dev/.test(command)) return installLocked(here, ROOT);
  if (command === "npm run build") {
    // Pages that were built from the same files are not built again: the build looks whether they were.
    for (const page of ["page", "explorer"].map((name) => join("dist", name)))
      if (existsSync(join(ROOT, page))) await copyTo(join(here, page), join(ROOT, page));
    return build(here);
  }
  const [, path] = /^install -d -o node -g node (\/\S+)$/.exec(command) ?? [];
  if (path === undefined) throw new Error(`RUN ${command}: is not known here`);
  mkdirSync(join(stage.root, path), { recursive: true });
  stage.writable.push(join(stage.root, path));
}

/** What `npm run build` runs, without checking types once more: that every file is there to be compiled is seen by what comes of it. */
async function build(here: string): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(here, "package.json"), "utf8")) as {
    scripts: { build: string };
  };
  const [compiler, script] = ["tsc -p tsconfig.build.json", scripts.build];
  if (!script.startsWith(compiler)) throw new Error(`${script}: is not known here`);
  const PATH = `${join(here, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
  const unchecked = script.replace(compiler, `${compiler} --noCheck`);
  await run("sh", ["-c", unchecked], { cwd: here, env: { ...process.env, PATH }, maxBuffer: 1e8 });
  const { include } = JSON.parse(readFileSync(join(here, "tsconfig.build.json"), "utf8")) as {
    include: string[];
  };
  const sources = include.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const missing = sources
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .filter((file) => !existsSync(join(here, "dist", file.replace(/\.ts$/, ".js"))));
  if (missing.length > 0) throw new Error(`not built, as they are not copied: ${missing.join(", ")}`);
}

export function readDockerfile(): string {
  return readFileSync(join(ROOT, "Dockerfile"), "utf8");
}
