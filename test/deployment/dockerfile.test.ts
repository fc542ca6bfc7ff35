import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stagesOf } from "./support/dockerfile";
import { problemsOf } from "./support/dockerfile-rules";

const ROOT = join(__dirname, "../..");
const DOCKERFILE = readFileSync(join(ROOT, "Dockerfile"), "utf8");
const IGNORE = readFileSync(join(ROOT, ".dockerignore"), "utf8");

describe("the Dockerfile", () => {
  it("keeps the rules of its language, and ours", () => {
    expect(problemsOf(DOCKERFILE)).toEqual([]);
  });

  it("copies what is there, and its context has nothing else", () => {
    const copied = stagesOf(DOCKERFILE)
      .flatMap(({ steps }) => steps)
      .filter(({ keyword, from }) => keyword === "COPY" && from === undefined)
      .flatMap(({ words }) => words.slice(0, -1));
    const rules = IGNORE.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(rules[0]).toBe("*");
    expect(rules.slice(1).sort()).toEqual([...new Set(copied)].map((path) => `!${path}`).sort());
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("is of a Node that the project runs on", () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      engines: { node: string };
    };
    const [major = 0] =
      /node:(\d+)/
        .exec(stagesOf(DOCKERFILE)[0]?.base ?? "")
        ?.slice(1)
        .map(Number) ?? [];
    expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  });

  it.each([
    [
      "FROM node:22.23.3-bookworm-slim AS build",
      "FROM node AS build",
      "build: its base node is not an exact version",
    ],
    [
      "ARG NODE_IMAGE=node:22.23.3-bookworm-slim",
      "ARG NODE_IMAGE=node:22",
      "its base node:22 is not an exact version",
    ],
    ["ARG NODE_IMAGE=node:22.23.3-bookworm-slim", "ARG NODE_IMAGE=node:latest", "is not an exact version"],
    ["USER 1000:1000\n", "", "it runs as root, or as a user who may be"],
    ["USER 1000:1000", "USER 0", "it runs as root, or as a user who may be"],
    ["USER 1000:1000", "USER node", "it runs as root, or as a user who may be"],
    ["COPY src src", "ADD src src", "build: ADD fetches and unpacks: use COPY"],
    ["COPY src src", "COPY . .", "build: COPY of everything"],
    ["COPY src src", "COPI src src", "line 12: Unknown instruction: COPI"],
    ["COPY --from=build", "COPY --from=built", "graph: COPY from built, which is no earlier stage"],
    [
      "RUN npm ci --omit=dev",
      "RUN npm install --omit=dev",
      "packages: npm install may change versions: use npm ci",
    ],
    ["XDG_DATA_HOME=/data", "DATABASE_URL=postgres://u:p@h/d", "graph: ENV keeps a secret in the image"],
    ['CMD ["node", "dist/src/main.js"]', "CMD node dist/src/main.js", "its CMD is not in exec form"],
    ["STOPSIGNAL SIGTERM\n", "", "it is not stopped by SIGTERM"],
    [/HEALTHCHECK.*\n/, "", "it has no HEALTHCHECK without a shell"],
    [/HEALTHCHECK.*\n/, "HEALTHCHECK CMD curl localhost\n", "it has no HEALTHCHECK without a shell"],
    ["COPY LICENSE ./", "RUN npm ci", "it holds what npm leaves behind"],
  ])("would not keep them with %s as %s", (good, bad, problem) => {
    const changed = DOCKERFILE.replace(/FROM \S+ AS build/, "FROM node:22.23.3-bookworm-slim AS build");
    expect(problemsOf(changed)).toEqual([]);
    expect(problemsOf(changed.replace(good, bad)).join("\n")).toContain(problem);
  });
});
