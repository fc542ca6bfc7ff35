import { validate } from "dockerfile-utils";
import { type Stage, type Step, stagesOf } from "./dockerfile";

/** What is wrong with a Dockerfile: by the rules of its language, and by ours. */
export function problemsOf(dockerfile: string): readonly string[] {
  const diagnostics = validate(dockerfile).map(
    ({ message, range }) => `line ${range.start.line + 1}: ${message}`,
  );
  const stages = stagesOf(dockerfile);
  const last = stages.at(-1);
  if (last === undefined) return [...diagnostics, "it has no stage"];
  return [
    ...diagnostics,
    ...stages.flatMap((stage, index) => problemsOfStage(stage, stages.slice(0, index))),
    ...problemsOfImage(last),
  ];
}

function problemsOfStage({ name, base, steps }: Stage, earlier: readonly Stage[]): readonly string[] {
  const problems: string[] = [];
  const isStage = earlier.some((stage) => stage.name === base);
  if (!isStage && !/:\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/.test(base)) {
    problems.push(`${name}: its base ${base} is not an exact version`);
  }
  for (const { keyword, words, from } of steps) {
    if (keyword === "ADD") problems.push(`${name}: ADD fetches and unpacks: use COPY`);
    if (keyword === "COPY" && from === undefined && words.slice(0, -1).includes(".")) {
      problems.push(`${name}: COPY of everything`);
    }
    if (from !== undefined && !earlier.some((stage) => stage.name === from)) {
      problems.push(`${name}: COPY from ${from}, which is no earlier stage`);
    }
    if (
      keyword === "RUN" &&
      words.join(" ").startsWith("npm ") &&
      /npm (i|install)\b/.test(words.join(" "))
    ) {
      problems.push(`${name}: npm install may change versions: use npm ci`);
    }
    if (
      /^(ENV|ARG)$/.test(keyword) &&
      words.some((word) => /(PASSWORD|SECRET|TOKEN|DATABASE_URL)/.test(word))
    ) {
      problems.push(`${name}: ${keyword} keeps a secret in the image`);
    }
  }
  return problems;
}

function problemsOfImage({ steps }: Stage): readonly string[] {
  const last = (keyword: string): Step | undefined => steps.findLast((step) => step.keyword === keyword);
  const problems: string[] = [];
  const [user = "0"] = last("USER")?.words ?? [];
  if (!/^[1-9]\d*(:[1-9]\d*)?$/.test(user)) problems.push("it runs as root, or as a user who may be");
  if (!last("HEALTHCHECK")?.exec.length) problems.push("it has no HEALTHCHECK without a shell");
  if (!last("CMD")?.exec.length) problems.push("its CMD is not in exec form: a shell would get the signals");
  if (last("STOPSIGNAL")?.words.join() !== "SIGTERM") problems.push("it is not stopped by SIGTERM");
  const installs = steps.filter(({ keyword, words }) => keyword === "RUN" && words[0] === "npm");
  if (installs.length > 0) problems.push("it holds what npm leaves behind: copy from another stage");
  return problems;
}
