import { type FactorReader } from "../../src/core/factors";
import { assumption, fact, type Remark, taken } from "../../src/core/footprint";
import { type Factor } from "../../src/core/formulas";
import { groupBy } from "../../src/core/helpers";
import { type AllocationRule } from "../../src/core/method";
import type { HostModel } from "./host-model";

interface Circumstances {
  readonly rule: AllocationRule;
  /** Which loads were given. */
  readonly given: { readonly cpu: boolean; readonly gpu: boolean };
  readonly host: HostModel;
  readonly factors: FactorReader;
}

/** What a reader must know of an Instance's share of its host, and of the load of what it has. */
export function notesOnServer(of: Circumstances): { ofAll: readonly Remark[]; ofLoad: readonly Remark[] } {
  const { rule, given, host, factors } = of;
  const ofAll = [...notesOnHost(host), ...(rule === "SUM_OF_SHARES" ? [NOT_ADDITIVE] : [])];
  const isGpu = host.basis === "gpu-load";
  if (isGpu && given.cpu) ofAll.push(CPU_LOAD_NOT_USED);
  if (!isGpu && given.gpu) ofAll.push(GPU_LOAD_NOT_USED);
  if (isGpu) return { ofAll: [...ofAll, ...(given.gpu ? [] : [noteOfGpuLoad(factors)])], ofLoad: [] };
  if (given.cpu) return { ofAll, ofLoad: [] };
  const { expected } = factors.value("consumption.default-load").range;
  return { ofAll, ofLoad: [taken(`No CPU load was given: ${expected} % is taken.`, "use")] };
}

function noteOfGpuLoad(factors: FactorReader): Remark {
  const { low, expected, high } = factors.value("consumption.gpu.default-load").range;
  return taken(
    `No GPU load was given: GPUs at work ${expected} % of the time are taken, ${low} to ${high} % in the range.`,
    "use",
  );
}

const NOT_ADDITIVE = fact(
  "SUM_OF_SHARES is not additive: Instances that fill a server can be charged up to three times the server.",
);
const CPU_LOAD_NOT_USED = fact(
  "cpuLoadPercent is not used: the power of a GPU host follows the load of its GPUs.",
  "use",
);
const GPU_LOAD_NOT_USED = fact("gpuLoadPercent is not used: the type has no GPUs.", "use");
const BY_MODEL = taken(
  "Power and manufacturing of the host are by the hardware model: no estimate of the operator is known for this range.",
);
const OF_GPU_HOST = [
  taken("The power of the GPU host is shared by GPU.", "use"),
  taken("The manufacturing of the GPU host is by the hardware model.", "manufacturing"),
];

function notesOnHost({ basis, figures }: HostModel): Remark[] {
  const { power, manufacturing, gpus } = figures;
  if (power === null) return [BY_MODEL];
  if (basis === "gpu-load" || manufacturing === null) {
    return [
      ...assumption("the power of the GPU host beside its GPUs", [power], "use"),
      ...(gpus === null ? [] : assumption("what GPUs at work draw", [gpus], "use")),
      ...OF_GPU_HOST,
    ];
  }
  return [
    ...assumption("the power of the host", [power], "use"),
    ...assumption("the manufacturing of the host", [manufacturing], "manufacturing"),
    ...derived([
      ["power", power],
      ["manufacturing", manufacturing],
    ]),
  ];
}

/** Says of figures that are derived where they are derived from: an operator's own rows name their own source. */
function derived(figures: readonly (readonly [string, Factor])[]): Remark[] {
  const ours = figures.filter(([, { confidence }]) => confidence === "DERIVED");
  return [...groupBy(ours, ([, { source }]) => source)].map(([source, alike]) => {
    const [first = "", ...others] = alike.map(([what]) => what);
    const subject = [first[0]?.toUpperCase() + first.slice(1), ...others].join(" and ");
    const verb = others.length > 0 ? "are" : "is";
    return taken(`${subject} of the host ${verb} derived${clauseOf(source)}.`);
  });
}

/** "Derived from A by B (C)" as " from A by B", any other source after a colon. */
function clauseOf(source: string): string {
  const inShort = source.replace(/\s*\([^()]*\)\s*$/, "");
  const [, origin] = /^Derived (from .*)$/.exec(inShort) ?? [];
  return origin === undefined ? `: ${inShort}` : ` ${origin}`;
}
