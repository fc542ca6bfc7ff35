import {
  amortise,
  type Calculation,
  type Component,
  type Contribution,
  defineFormula,
  type Formula,
  group,
  itEnergy,
  leaf,
  MANUFACTURING_CRITERIA,
  type PartKind,
  type Site,
  unknownAt,
  useOf,
  type Value,
} from "../../src/core/domain";
import type { HostModel } from "./host-model";
import type { Drain, Shares } from "./shares";

/** One Instance on its host, over a duration, at a place. */
export interface Placement {
  readonly host: HostModel;
  readonly shares: Shares;
  readonly hours: Value;
  readonly lifespan: Value;
  readonly site: Site;
}

const PART_NAMES: Record<PartKind, string> = {
  CPU: "CPU",
  GPU: "GPU",
  RAM: "RAM",
  STORAGE: "Local storage",
  MOTHERBOARD: "Motherboard",
  POWER_SUPPLY: "Power supplies",
  CASE: "Case",
  ASSEMBLY: "Assembly",
};
const DRAIN_OF_PART: Partial<Record<PartKind, Drain>> = { CPU: "cpu", GPU: "gpu", RAM: "ram" };

/** The Instance's share of the server: every part with its manufacturing, and its electricity where it draws any. */
export function serverComponent(placement: Placement): Component {
  const { host, shares } = placement;
  const parts = [...host.bottomUp.keys()].map((part) => {
    const drain = DRAIN_OF_PART[part];
    return partLeaf(placement, PART_NAMES[part], part, [
      ...manufacturingOf(placement, part),
      ...(drain === undefined ? [] : useOfDrain(placement, drain)),
    ]);
  });
  const other = partLeaf(placement, "Disks, fans and conversion", "SERVER", useOfDrain(placement, "other"));
  return group(
    { name: "Server", kind: "SERVER", allocation: shares.allocation },
    [...parts, other],
    [chargedPower(placement)],
  );
}

/** P_eq, the IT power charged to the Instance [W]: Σ power of what draws it × its share. */
export function chargedPower({ host, shares }: Placement): Calculation {
  const drains = drainsOf(host);
  const terms = Object.fromEntries(
    drains.flatMap(([drain, power]) => [
      [`P_${drain}`, power],
      [`share_${drain}`, shares.power(drain)],
    ]),
  );
  return (host.power.gpu === undefined ? CHARGED_POWER : CHARGED_POWER_WITH_GPU).apply(terms);
}

const CHARGED_POWER = chargedPowerFormula(["cpu", "ram", "other"]);
const CHARGED_POWER_WITH_GPU = chargedPowerFormula(["cpu", "ram", "gpu", "other"]);

function chargedPowerFormula(drains: readonly Drain[]): Formula {
  return defineFormula({
    symbol: "P_eq",
    label: "IT power charged to the resource",
    unit: "W",
    expression: drains.map((drain) => `P_${drain} × share_${drain}`).join(" + "),
  });
}

function drainsOf({ power }: HostModel): (readonly [Drain, Calculation])[] {
  const { cpu, ram, gpu, other } = power;
  const drains: [Drain, Calculation | undefined][] = [
    ["cpu", cpu],
    ["ram", ram],
    ["gpu", gpu],
    ["other", other],
  ];
  return drains.flatMap(([drain, watts]) => (watts === undefined ? [] : [[drain, watts] as const]));
}

function manufacturingOf({ host, shares, hours, lifespan }: Placement, part: PartKind): Contribution[] {
  return MANUFACTURING_CRITERIA.flatMap((criterion) => {
    const impact = host.manufacturing[criterion].get(part);
    return impact === undefined
      ? []
      : [amortise(criterion, { impact, hours, lifespan, share: shares.manufacturing(part) })];
  });
}

function useOfDrain({ host, shares, hours, site }: Placement, drain: Drain): Contribution[] {
  const power = host.power[drain];
  return power === undefined ? [] : useOf(itEnergy({ power, hours, share: shares.power(drain) }), site);
}

function partLeaf(
  { site }: Placement,
  name: string,
  kind: Component["kind"],
  contributions: Contribution[],
): Component {
  return leaf({ name, kind, charged: "equipment", contributions, unknown: unknownAt(site) });
}
