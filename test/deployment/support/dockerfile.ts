import {
  Copy,
  DockerfileParser,
  From,
  Healthcheck,
  type Instruction,
  type JSONInstruction,
} from "dockerfile-ast";

/** One instruction, as far as anything here asks. */
export interface Step {
  readonly keyword: string;
  /** Variables of `ARG` put in. */
  readonly words: readonly string[];
  /** The words of a JSON list; none when it is written for a shell. */
  readonly exec: readonly string[];
  /** The stage that `COPY --from` names. */
  readonly from: string | undefined;
}

export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly steps: readonly Step[];
}

export function stagesOf(dockerfile: string): readonly Stage[] {
  const stages: { name: string; base: string; steps: Step[] }[] = [];
  const defaults = new Map<string, string>();
  const resolved = (text: string): string =>
    text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => defaults.get(name) ?? whole);
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction instanceof From) {
      const name = instruction.getBuildStage() ?? `${stages.length}`;
      stages.push({ name, base: resolved(instruction.getImage() ?? ""), steps: [] });
    } else if (stages.length === 0) {
      const [, name, value] = /^(\w+)=(.*)$/.exec(instruction.getArgumentsContent() ?? "") ?? [];
      if (name !== undefined && value !== undefined) defaults.set(name, value);
    } else stages.at(-1)?.steps.push(stepOf(instruction));
  }
  return stages;
}

function stepOf(instruction: Instruction): Step {
  return {
    keyword: instruction.getKeyword(),
    words: instruction.getArguments().map((argument) => argument.getValue()),
    exec: execOf(instruction),
    from: instruction instanceof Copy ? (instruction.getFromFlag()?.getValue() ?? undefined) : undefined,
  };
}

function execOf(instruction: Instruction): readonly string[] {
  if (instruction instanceof Healthcheck) {
    const json = /CMD\s*(\[.*\])\s*$/s.exec(instruction.getRawArgumentsContent() ?? "")?.[1];
    return json === undefined ? [] : (JSON.parse(json) as string[]);
  }
  if (!("getJSONStrings" in instruction)) return [];
  return (instruction as JSONInstruction).getJSONStrings().map((text) => text.getJSONValue());
}
