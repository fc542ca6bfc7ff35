import { type Allocation } from "../../src/core/footprint";
import {
  asConvention,
  type Calculation,
  defineFormula,
  type FactorValue,
  input,
  type Value,
} from "../../src/core/formulas";
import {
  type AllocationRule,
  allocationPart,
  impactWeightedShare,
  type Key,
  largestShare,
  type PartKind,
  reservedShare,
  type Shares,
  sumOfShares,
  uniformShares,
} from "../../src/core/method";
import type { Host, Reservation } from "./catalogue";

/** The operator's weight of a GiB of RAM against a vCPU, one for manufacturing and one for power; null where unknown. */
export interface RamWeights {
  readonly manufacturing: FactorValue;
  readonly power: FactorValue;
}

const RAM_CAPACITY = defineFormula({
  symbol: "RAM",
  label: "RAM of the host",
  unit: "GiB",
  expression: "n × size",
});
const STORAGE_CAPACITY = defineFormula({
  symbol: "storage",
  label: "Local storage of the host",
  unit: "GB",
  expression: "n_ssd × size_ssd + n_hdd × size_hdd",
});
const RAM_WEIGHT = defineFormula({
  symbol: "W_ram",
  label: "Weight of the host's RAM, in vCPU",
  unit: "vCPU",
  expression: "RAM × w_ram",
});

const SHARE_OF_MANUFACTURING = {
  symbol: "share",
  label: "Share of the manufacturing, weighted as in the operator's estimates",
};
const SHARE_OF_POWER = {
  symbol: "share_power",
  label: "Share of the power, weighted as in the operator's estimates",
};

const KEY_OF_PART: Partial<Record<PartKind, string>> = {
  CPU: "cpu",
  RAM: "ram",
  STORAGE: "storage",
  GPU: "gpu",
};

/**
 * Shares of a host under an allocation rule. Source: method section on Instances.
 *
 * The keys are CPU threads (GPUs on GPU hosts), RAM and local storage. Where the operator's weights are known,
 * they cover CPU and RAM: that is what its estimates are weighted by. The power of a GPU host is shared by GPU.
 */
export function sharesOf(
  rule: AllocationRule,
  { host, reservation }: { host: Host; reservation: Reservation },
  bottomUp: ReadonlyMap<PartKind, Calculation>,
  ramWeights: RamWeights | null,
): Shares {
  const keys = keysOf(host, reservation);
  if (rule === "PER_COMPONENT") return perComponent(keys);
  if (rule === "SUM_OF_SHARES") return uniform(rule, chargedKeys(keys), sumOfShares(chargedKeys(keys)));
  if (ramWeights === null) {
    const weighted = chargedKeys(keys).map((key) => ({ ...key, weight: weightOf(key.key, bottomUp) }));
    const shares = uniform(rule, weighted, impactWeightedShare(weighted));
    // The average power of a GPU offer is that of its GPUs with what serves them: free disks take no part of it.
    const { gpu } = keys;
    return gpu === null ? shares : { ...shares, power: () => gpu.share };
  }
  const byOperator = (weight: FactorValue, text: { symbol: string; label: string }): Calculation =>
    impactWeightedShare(
      [
        { ...keys.cpu, weight: host.threads },
        { ...keys.ram, weight: RAM_WEIGHT.apply({ RAM: ramCapacity(host), w_ram: weight }) },
      ],
      { text, weight: "W" },
    );
  const manufacturing = byOperator(ramWeights.manufacturing, SHARE_OF_MANUFACTURING);
  const power = byOperator(ramWeights.power, SHARE_OF_POWER);
  return {
    allocation: allocationOf(rule, [keys.cpu, keys.ram], manufacturing),
    manufacturing: () => manufacturing,
    power: () => power,
  };
}

interface Keys {
  readonly cpu: Key;
  readonly ram: Key;
  readonly gpu: Key | null;
  /** Null on a host without disks. */
  readonly storage: Key | null;
  readonly hasStorage: boolean;
}

function keysOf(host: Host, reservation: Reservation): Keys {
  const { hardware } = host;
  const key = (name: string, reserved: Value, capacity: Value): Key => ({
    key: name,
    share: reservedShare(reserved, capacity, name),
  });
  const { localStorageGb } = reservation;
  const { ssd, hdd } = hardware;
  const capacity = STORAGE_CAPACITY.apply({
    n_ssd: ssd.units,
    size_ssd: ssd.gb,
    n_hdd: hdd.units,
    size_hdd: hdd.gb,
  });
  const hasDisks = capacity.range.expected > 0;
  return {
    cpu: key("cpu", reservation.vcpu, host.threads),
    ram: key("ram", reservation.ramGib, ramCapacity(host)),
    gpu: hardware.gpu === null ? null : key("gpu", reservation.gpus, hardware.gpu.units),
    storage: hasDisks ? key("storage", localStorageGb ?? input(0, "GB"), capacity) : null,
    hasStorage: localStorageGb !== null,
  };
}

/** On a GPU host the GPU takes the place of the CPU. */
function chargedKeys(keys: Keys): Key[] {
  return [
    keys.gpu ?? keys.cpu,
    keys.ram,
    ...(keys.hasStorage && keys.storage !== null ? [keys.storage] : []),
  ];
}

function uniform(rule: AllocationRule, keys: readonly Key[], share: Calculation): Shares {
  return uniformShares(allocationOf(rule, keys, share), share);
}

function perComponent(keys: Keys): Shares {
  const all = [keys.cpu, keys.ram, keys.storage, keys.gpu].filter((key) => key !== null);
  const largest = largestShare(all);
  const byKey = new Map(all.map(({ key, share }) => [key, share]));
  return {
    allocation: allocationOf("PER_COMPONENT", all, largest),
    manufacturing: (part) => byKey.get(KEY_OF_PART[part] ?? "") ?? largest,
    power: (powerDraw) => byKey.get(powerDraw) ?? largest,
  };
}

function allocationOf(rule: AllocationRule, keys: readonly Key[], share: Calculation): Allocation {
  return {
    rule,
    share: share.range.expected,
    parts: keys.map(({ key, share: of }) => allocationPart(key, of)),
  };
}

function weightOf(key: string, bottomUp: ReadonlyMap<PartKind, Calculation>): Calculation {
  const part = [...bottomUp].find(([kind]) => KEY_OF_PART[kind] === key);
  if (part === undefined) throw new Error(`no hardware part is shared by the key ${key}`);
  return asConvention(part[1]);
}

function ramCapacity({ hardware }: Host): Calculation {
  return RAM_CAPACITY.apply({ n: hardware.ram.modules, size: hardware.ram.moduleGib });
}
