import type { Factor, Range } from "../../../src/core/formulas";
import type { PartKind, ServerRow } from "../../../src/core/method";
import { type ComparisonInputs, type HostComparison, ramGib } from "./comparison";
import { REFERENCE_HOST } from "./inputs";

const HEAD = "| host | CPU | manufacturing, model | in force | ratio | power, model | in force | ratio |";
const RULE = "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |";

/** Host, our figure as read from the row, the figure of the source that it does not take over, and why. */
const CORRECTIONS: readonly [string, (row: ServerRow) => string, string, string][] = [
  ["scw_l4.base", threads, "48 threads", "two sockets of 24 cores; one was counted"],
  ["scw_renders.base", threads, "40 threads", "two sockets of 20 cores with two threads each"],
  ["scw_dev1.base", threads, "64 threads", "one socket of 16 cores"],
  ["scw_stardust1.base", threads, "64 threads", "one socket of 16 cores"],
  ["scw_gp1.base", sockets, "2 sockets, 2 × 48 threads", "a CPU whose name ends in P works alone only"],
  ["ampere", threads, "256 threads", "128 cores without multithreading"],
  [
    "scw_pop2hm.base",
    ram,
    "512 GiB",
    "the estimates' shares are those of a host with 1.5 times the RAM of POP2",
  ],
  [
    "l40s",
    (row) => `own host, ${ram(row)}`,
    "the L4 host, 512 GiB",
    "L40S-8-48G reserves more RAM than that",
  ],
];

/** The page in Markdown. */
export function comparisonPage(inputs: ComparisonInputs): string {
  const { hosts, day, loadPercent, bareMetalWatts } = inputs;
  const calibrated = hosts.filter(({ inForce }) => inForce.power !== null);
  const gpu = hosts.filter(({ inForce }) => inForce.averagePower !== null);
  const rest = hosts.filter((one) => !calibrated.includes(one) && !gpu.includes(one));
  const shareOfTdp = fixed(hosts[0]?.model.shareOfTdp ?? 0, 3);
  const reference = calibrated.find(({ row }) => row.id === REFERENCE_HOST);
  const highMemory = calibrated.find(({ row }) => row.id === "scw_pop2hm.base");
  if (reference === undefined || highMemory === undefined)
    throw new Error("the POP2 hosts are not calibrated");

  return `# The hardware model beside what is in force

Every host of [hosts.csv](../plugins/instance/data/hosts.csv) by two ways: by the hardware model, bottom-up, and by the
factors that calculations use. Made by \`npm run compare\` from the data of ${day}; do not edit it by hand.

Manufacturing is in kgCO2e for a whole server: low – **expected** – high. Power is in W at ${loadPercent} % CPU load, IT power
without PUE. The ratio is what is in force over the model.

Three things to know before the tables:

- **Power differs by a factor of three to seven, manufacturing by less than two.** The operator's estimates imply
  ${figure(inForcePower(reference).range.expected)} W for a POP2 host, the hardware model gives ${figure(reference.model.power.expected)} W. Over all calibrated hosts the ratio is
  ${spanOf(calibrated, (one) => ratioOf(one.inForce.power, one.model.power))} for power and ${spanOf(calibrated, (one) => ratioOf(one.inForce.manufacturing, one.model.manufacturing))} for manufacturing.
- **Only slopes are known.** An estimate grows by so much per vCPU and per GiB. The host's total follows when these slopes
  are multiplied by the threads and the GiB of its row. A row with twice the RAM would have nearly twice the power and no
  recorded estimate would change.
- **What is in force reproduces the operator's estimates** (see [accuracy.md](accuracy.md)). It does not prove that they are right.

## Hosts that the operator's estimates tell

${tableOf(calibrated)}

**Why power differs.** The model's CPU power comes from the thermal design power (TDP): Boavizta has profiles for Intel
ranges only. AMD and Ampere CPUs have no profile of their own and take a general curve, which gives ${shareOfTdp} × TDP at ${loadPercent} % load.
RAM adds ${figure(inputs.ramWattsPerGib)} W per GiB, and disks, fans and conversion a third of both. The operator does not publish the
power of these hosts. Its estimates show the two slopes below and no total. Its estimates for whole
bare-metal servers are of the same order: they imply ${bareMetalWatts.low} to ${bareMetalWatts.high} W
([bare-metal-estimates.csv](../plugins/instance/calibration/bare-metal-estimates.csv)). Who finds these powers too low
can put the model's figures into an overlay, see [data.md](data.md).

**Why manufacturing is nearer.** RAM dominates, and the model's RAM density was fitted to the estimates: the agreement in RAM
is no independent proof. One check is left. POP2-HM has ${highMemory.ramGib - reference.ramGib} GiB more than POP2, and the manufacturing derived for
it is higher by ${figure(manufacturingStep(reference, highMemory))} kgCO2e per GiB. The model has ${figure(partOf(reference, "RAM") / reference.ramGib)}. The rest of the server explains the difference: without the
model's CPUs and RAM, the figures in force leave ${spanOf(calibrated, (one) => restOf(one, one.inForce.manufacturing?.range))} kgCO2e, the model has ${spanOf(calibrated, (one) => restOf(one, one.model.manufacturing))} for board, case,
disks, power supplies and assembly. So the ratio is lowest where RAM is small and disks are many: DEV1, STARDUST1, GP1.

### What the estimates reveal about power

Slopes are without the energy of network and enterprise servers, which is charged apart. The last column is a second reading:
the part of an estimate that no share multiplies grows with the power of the whole host. The two readings are set equal for the
reference host, ${REFERENCE_HOST}. OtherPlace they would agree if the row's threads and RAM were those that the operator divides by.
They do not where it divides by other totals, as it may for shared vCPU. Their distance shows how far the scale is unknown.
It can exceed the range of the power in force, which covers the ratio of other consumption only.

| host | threads | RAM [GiB] | W per vCPU | W per GiB | power in force [W] | by the constant [W] |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${calibrated.map((one) => slopeRow(one, inputs.referenceWatts)).join("\n")}

## GPU hosts

${tableOf(gpu)}

**Why power differs.** The operator computes GPU types with an average power per offer and does not publish it. No recorded
estimate covers a GPU type. The model's column is CPU, RAM and the rest at ${loadPercent} % load, without any GPU. The column in force is an
assumption: the model's figure with each GPU at 60 % of its TDP; its range goes from 30 % to 100 %. The general CPU curve is used
here for Intel CPUs too.

**Manufacturing is the model's own.** No row takes its place, so the ratio is 1 by construction. Its GPU part rests on one figure
per model:

| GPU | per host | TDP [W] | power in force beyond the model [W per GPU] | share of TDP | manufacturing of one GPU [kgCO2e] | confidence |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
${gpu.map(gpuRow).join("\n")}

The manufacturer states 164 kgCO2e for one H100 SXM. The bottom-up figure of Boavizta for the same module is 575. We take the
manufacturer's figure as expected value and the bottom-up figure as the high end. The ratio of the two is the low end for GPUs
for which only a bottom-up figure exists.

## Hosts without any estimate

${tableOf(rest)}

These ranges ended before the recordings. Power and manufacturing are the model's, so the ratio is 1 by construction. By
the hosts above, the model's power is probably several times what the operator would state.

## Figures of the source that were corrected

The hosts' hardware comes from the archetypes of BoaviztAPI. These figures were not taken over:

| host | our row | the source | why |
| --- | --- | --- | --- |
${CORRECTIONS.map(([host, ours, ...rest]) => cells([host, ours(rowOf(host, hosts)), ...rest])).join("\n")}
| all | power supplies of ${figure(inputs.powerSupplyKg)} kg | 0 kg | the archetypes leave the mass at zero; the source's own default is taken |
`;
}

function tableOf(hosts: readonly HostComparison[]): string {
  return [HEAD, RULE, ...hosts.map(hostRow)].join("\n");
}

function hostRow({ row, model, inForce }: HostComparison): string {
  const power = inForce.power ?? inForce.averagePower;
  const ours = (factor: Factor | null): string =>
    factor === null ? "the model" : `${span(factor.range)} ${factor.confidence}`;
  return cells([
    row.id,
    `${row.cpu_units} × ${row.cpu_model}`,
    span(model.manufacturing),
    ours(inForce.manufacturing),
    fixed(ratioOf(inForce.manufacturing, model.manufacturing), 2),
    span(model.power),
    ours(power),
    fixed(ratioOf(power, model.power), 2),
  ]);
}

/** power = W per vCPU × threads + W per GiB × GiB, the latter being the weight times the former. */
function slopeRow(host: HostComparison, referenceWatts: number): string {
  const { row, inForce } = host;
  const watts = inForcePower(host).range.expected;
  const weight = inForce.ramWeight?.range.expected ?? 0;
  const perVcpu = watts / (row.threads + weight * host.ramGib);
  const byConstant = (inForce.relativePower?.range.expected ?? 0) * referenceWatts;
  return cells([
    row.id,
    String(row.threads),
    figure(host.ramGib),
    figure(perVcpu),
    figure(perVcpu * weight),
    figure(watts),
    figure(byConstant),
  ]);
}

function gpuRow({ gpu, model, inForce }: HostComparison): string {
  if (gpu === null || inForce.averagePower === null)
    throw new Error("a GPU host has a GPU and an average power");
  const wattsEach = (inForce.averagePower.range.expected - model.power.expected) / gpu.units;
  const { range, confidence } = gpu.manufacturing;
  return cells([
    gpu.model,
    String(gpu.units),
    figure(gpu.tdpW),
    figure(wattsEach),
    fixed(wattsEach / gpu.tdpW, 2),
    span(range),
    confidence,
  ]);
}

function rowOf(host: string, hosts: readonly HostComparison[]): ServerRow {
  const found = hosts.find(({ row }) => row.id === host);
  if (found === undefined) throw new Error(`no host ${host} to correct`);
  return found.row;
}

function inForcePower({ row, inForce }: HostComparison): Factor {
  if (inForce.power === null) throw new Error(`the power of ${row.id} is not calibrated`);
  return inForce.power;
}

function partOf({ model }: HostComparison, part: PartKind): number {
  return model.parts.get(part)?.expected ?? 0;
}

/** What a total leaves beside the CPUs and the RAM of the model [kgCO2e]. */
function restOf(host: HostComparison, total: Range | undefined): number {
  return (total?.expected ?? 0) - partOf(host, "CPU") - partOf(host, "RAM");
}

function ratioOf(factor: Factor | null, model: Range): number {
  return factor === null ? 1 : factor.range.expected / model.expected;
}

/** Derived manufacturing per GiB between two hosts that differ in RAM [kgCO2e/GiB]. */
function manufacturingStep(a: HostComparison, b: HostComparison): number {
  const kg = (one: HostComparison): number => one.inForce.manufacturing?.range.expected ?? 0;
  return (kg(b) - kg(a)) / (b.ramGib - a.ramGib);
}

function threads(row: ServerRow): string {
  return `${row.threads} threads`;
}

function sockets(row: ServerRow): string {
  return `${row.cpu_units} socket, ${threads(row)}`;
}

function ram(row: ServerRow): string {
  return `${figure(ramGib(row))} GiB`;
}

function spanOf(hosts: readonly HostComparison[], of: (host: HostComparison) => number): string {
  const values = hosts.map(of);
  return `${figure(Math.min(...values))} to ${figure(Math.max(...values))}`;
}

function span({ low, expected, high }: Range): string {
  return `${figure(low)} – **${figure(expected)}** – ${figure(high)}`;
}

/** Four digits at most: the figures are not known better. */
function figure(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: value >= 1000 ? 4 : 3 });
}

function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}

function cells(texts: readonly string[]): string {
  return `| ${texts.join(" | ")} |`;
}
