import {
  type Allocation,
  type Component,
  type ComponentKind,
  type Contribution,
  group,
  HEADLINE,
  leaf,
  type Remark,
  type Said,
} from "../../footprint";
import { type Calculation, defineFormula, input, type Value } from "../../formulas";
import { amortise, itEnergy, NO_USE, type Site, type Use, useOf } from "../life-cycle";
import { type ByCriterion, FACTOR_CRITERIA } from "../per-criterion";
import type { HostPower } from "./consumption";
import type { PartKind } from "./manufacturing";

/** What draws power in a server. */
export type PowerDraw = "cpu" | "ram" | "gpu" | "other";

/** How much of a server a resource is charged with, part by part. */
export interface Shares {
  readonly allocation: Allocation | null;
  readonly manufacturing: (part: PartKind) => Value;
  readonly power: (powerDraw: PowerDraw) => Value;
}

/** Servers and the share of them that serves a resource over a duration, at a place. */
export interface Equipment {
  readonly name: string;
  readonly power: HostPower;
  readonly manufacturing: ByCriterion<ReadonlyMap<PartKind, Calculation>>;
  readonly shares: Shares;
  /** P_eq: {@link chargedPower} of its power and shares. */
  readonly charged: Calculation;
  readonly hours: Value;
  readonly lifespan: Value;
  readonly site: Site;
  /** What a reader must know of it, and of the load of its CPUs, which speaks of their use. */
  readonly notes?: { readonly ofAll: readonly Said[]; readonly ofLoad: readonly Remark[] };
}

type Manufactured = Pick<Equipment, "manufacturing" | "shares" | "hours" | "lifespan">;

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
const POWER_DRAW_OF_PART: Partial<Record<PartKind, PowerDraw>> = { CPU: "cpu", GPU: "gpu", RAM: "ram" };

/** The same share of every part and of all power. */
export function uniformShares(allocation: Allocation | null, share: Value): Shares {
  return { allocation, manufacturing: () => share, power: () => share };
}

/** The resource's share of the equipment: every part with its manufacturing, and its electricity where it draws any. */
export function equipmentComponent(equipment: Equipment): Component {
  const { ofAll, ofLoad } = equipment.notes ?? { ofAll: [], ofLoad: [] };
  const parts = [...equipment.manufacturing[HEADLINE].keys()].map((part) => {
    const powerDraw = POWER_DRAW_OF_PART[part];
    const use = powerDraw === undefined ? NO_USE : useOfPowerDraw(equipment, powerDraw);
    const notes = part === "CPU" ? ofLoad.map((remark) => ({ ...remark, of: "use" as const })) : [];
    return partLeaf({ name: PART_NAMES[part], kind: part, notes }, manufacturingOf(equipment, part), use);
  });
  const ofOther = { name: "Disks, fans and conversion", kind: "SERVER" as const };
  const other = partLeaf(ofOther, [], useOfPowerDraw(equipment, "other"));
  const { allocation } = equipment.shares;
  const text = { name: equipment.name, kind: "SERVER" as const, allocation, notes: ofAll };
  return group(text, [...parts, other], [equipment.charged]);
}

/** What is manufactured of the equipment, charged to the resource: the same at every place and load. */
export function equipmentManufacturing(equipment: Manufactured): Component {
  const parts = [...equipment.manufacturing[HEADLINE].keys()];
  return partLeaf(
    OF_ALL_PARTS,
    parts.flatMap((part) => manufacturingOf(equipment, part)),
    NO_USE,
  );
}

/** What each watt charged draws at a site. */
export function equipmentWatt({ hours, site }: Pick<Equipment, "hours" | "site">): Component {
  return partLeaf(OF_ALL_PARTS, [], useOf(itEnergy({ power: WATT, hours, share: WHOLE }), site));
}

const OF_ALL_PARTS = { name: "Server", kind: "SERVER" } as const;
const WATT = input(1, "W");
const WHOLE = input(1, "-");

/** P_eq, the IT power charged to the resource [W]: Σ power of what draws it × its share. */
export function chargedPower({ power, shares }: Pick<Equipment, "power" | "shares">): Calculation {
  const { cpu: P_cpu, ram: P_ram, gpu: P_gpu, other: P_other } = power;
  const [share_cpu, share_ram, share_other] = [
    shares.power("cpu"),
    shares.power("ram"),
    shares.power("other"),
  ];
  return P_gpu === undefined
    ? CHARGED_POWER.apply({ P_cpu, share_cpu, P_ram, share_ram, P_other, share_other })
    : CHARGED_POWER_WITH_GPU.apply({
        ...{ P_cpu, share_cpu, P_ram, share_ram },
        ...{ P_gpu, share_gpu: shares.power("gpu"), P_other, share_other },
      });
}

/** The IT power charged to the resource for one of what draws it, as expected [W]. */
export function chargedFor(
  powerDraw: PowerDraw,
  { power, shares }: Pick<Equipment, "power" | "shares">,
): number {
  return (power[powerDraw]?.range.expected ?? 0) * shares.power(powerDraw).range.expected;
}

const CHARGED_TEXT = { symbol: "P_eq", label: "IT power charged to the resource", unit: "W" } as const;
const CHARGED_POWER = defineFormula({
  ...CHARGED_TEXT,
  expression: "P_cpu × share_cpu + P_ram × share_ram + P_other × share_other",
});
const CHARGED_POWER_WITH_GPU = defineFormula({
  ...CHARGED_TEXT,
  expression: "P_cpu × share_cpu + P_ram × share_ram + P_gpu × share_gpu + P_other × share_other",
});

function manufacturingOf(equipment: Manufactured, part: PartKind): Contribution[] {
  const { hours, lifespan, shares } = equipment;
  const share = shares.manufacturing(part);
  const contributions: Contribution[] = [];
  for (const criterion of FACTOR_CRITERIA) {
    const impact = equipment.manufacturing[criterion].get(part);
    if (impact !== undefined) contributions.push(amortise(criterion, { impact, hours, lifespan, share }));
  }
  return contributions;
}

function useOfPowerDraw({ power, shares, hours, site }: Equipment, powerDraw: PowerDraw): Use {
  const watts = power[powerDraw];
  return watts === undefined
    ? NO_USE
    : useOf(itEnergy({ power: watts, hours, share: shares.power(powerDraw) }), site);
}

function partLeaf(
  text: { name: string; kind: ComponentKind; notes?: readonly Said[] },
  manufacturing: readonly Contribution[],
  { contributions: ofUse, unknown }: Use,
): Component {
  const { name, kind, notes = [] } = text;
  const contributions = ofUse.length === 0 ? manufacturing : manufacturing.concat(ofUse);
  return leaf({ name, kind, notes, charged: "equipment", contributions, unknown });
}
