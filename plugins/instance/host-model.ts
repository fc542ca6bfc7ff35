import type { FactorReader } from "../../src/core/factors";
import { HEADLINE } from "../../src/core/footprint";
import {
  asConvention,
  type Calculation,
  type Factor,
  type FactorValue,
  fromFactor,
} from "../../src/core/formulas";
import {
  type ByCriterion,
  byCriterion,
  type FactorSource,
  gpuHostPower,
  manufactureParts,
  manufactureTotal,
  modelledPower,
  type PartKind,
  type PowerAtLoad,
  perCriterion,
  splitByModel,
} from "../../src/core/method";
import type { Host } from "./catalogue";
import type { RamWeights } from "./shares";

/** Where a host's power and manufacturing come from. */
export type HostBasis = "operator-estimates" | "gpu-load" | "hardware-model";

/** Power and manufacturing of a host, part by part: all that is the same for every load. */
export interface HostModel {
  readonly basis: HostBasis;
  /** Its figures as the data have them; null where the hardware model gives them. */
  readonly figures: {
    readonly power: Factor | null;
    readonly manufacturing: Factor | null;
    /** What GPUs draw at work; null on a host without. */
    readonly gpus: Factor | null;
  };
  /** At a load of its CPUs; of a GPU host, at a load of its GPUs. */
  readonly powerAt: PowerAtLoad;
  readonly manufacturing: ByCriterion<ReadonlyMap<PartKind, Calculation>>;
  /** Bottom-up manufacturing in kgCO2e: the weights of an allocation where the operator's are not known. */
  readonly bottomUp: ReadonlyMap<PartKind, Calculation>;
  readonly ramWeights: RamWeights | null;
  /** Power divided by that of the reference host, if the operator's estimates determine it. */
  readonly relativePower: FactorValue | null;
}

const PROPORTIONAL = perCriterion(
  "I_part",
  "Part of the host's manufacturing, in the proportion of the hardware model",
  "I_host × I_part_model / I_model",
);

/**
 * A host's figures: from the operator's estimates where these determine them, with the hardware model for the proportions
 * among the parts; GPUs at their load and the rest as measured for GPU hosts; the hardware model elsewhere.
 */
export function modelHost(host: Host, factors: FactorReader): HostModel {
  const factor: FactorSource = (series) => factors.value(series);
  const calibrated = (name: string): FactorValue | null => {
    const found = factors.find(`host.${host.row.id}.${name}`);
    return found === undefined ? null : fromFactor(found);
  };
  const bottomUp = bottomUpOf(host, factor);
  const reference = factor("consumption.default-load");
  const hostPower = calibrated("power");
  const hostManufacturing = calibrated("manufacturing");
  const unscaled = {
    bottomUp: bottomUp[HEADLINE],
    manufacturing: bottomUp,
    ramWeights: null,
    relativePower: null,
  };

  if (hostPower !== null && hostManufacturing !== null) {
    const manufacturing = calibrated("ram-weight.manufacturing");
    const power = calibrated("ram-weight.power");
    return {
      basis: "operator-estimates",
      figures: { power: hostPower.factor, manufacturing: hostManufacturing.factor, gpus: null },
      powerAt: splitByModel(hostPower, host.hardware, reference, factor),
      bottomUp: bottomUp[HEADLINE],
      manufacturing: {
        ...bottomUp,
        [HEADLINE]: proportional(hostManufacturing, bottomUp[HEADLINE]),
      },
      ramWeights: manufacturing === null || power === null ? null : { manufacturing, power },
      relativePower: calibrated("relative-power"),
    };
  }
  const { gpu } = host.hardware;
  if (gpu !== null) {
    const rest = factors.value(`gpu.${gpu.model}.rest-of-host`);
    const atWork = factors.value(`consumption.gpu.over-idle.${gpu.form}`);
    return {
      ...unscaled,
      basis: "gpu-load",
      figures: { power: rest.factor, manufacturing: null, gpus: atWork.factor },
      powerAt: gpuHostPower(gpu, host.hardware, { reference, rest }, factor),
    };
  }
  return {
    ...unscaled,
    basis: "hardware-model",
    figures: { power: null, manufacturing: null, gpus: null },
    powerAt: (percent, ofDay) => modelledPower(host.hardware, percent, ofDay),
  };
}

function bottomUpOf(host: Host, factor: FactorSource): HostModel["manufacturing"] {
  return byCriterion((criterion) => manufactureParts(host.hardware, criterion, factor));
}

function proportional(
  total: FactorValue,
  parts: ReadonlyMap<PartKind, Calculation>,
): ReadonlyMap<PartKind, Calculation> {
  const I_model = asConvention(manufactureTotal(parts, HEADLINE));
  return new Map(
    [...parts].map(([kind, part]) => [
      kind,
      PROPORTIONAL[HEADLINE].apply({ I_host: total, I_part_model: asConvention(part), I_model }),
    ]),
  );
}
