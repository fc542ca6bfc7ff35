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
  averagePower,
  type ByCriterion,
  byCriterion,
  type FactorSource,
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
export type HostBasis = "operator-estimates" | "average-power" | "hardware-model";

/** Power and manufacturing of a host, part by part: all that is the same for every load. */
export interface HostModel {
  readonly basis: HostBasis;
  /** Its figures as the data have them; null where the hardware model gives them. */
  readonly figures: { readonly power: Factor | null; readonly manufacturing: Factor | null };
  readonly powerAt: PowerAtLoad;
  readonly manufacturing: ByCriterion<ReadonlyMap<PartKind, Calculation>>;
  /** Bottom-up manufacturing in kgCO2e: the weights of an allocation where the operator's are not known. */
  readonly bottomUp: ReadonlyMap<PartKind, Calculation>;
  readonly ramWeights: RamWeights | null;
  /** Power over that of the reference host, where the operator's estimates tell it. */
  readonly relativePower: FactorValue | null;
}

const PROPORTIONAL = perCriterion(
  "I_part",
  "Part of the host's manufacturing, in the proportion of the hardware model",
  "I_host × I_part_model / I_model",
);

/**
 * A host's figures: from the operator's estimates where they tell them, with the hardware model for the proportions
 * among the parts; the average power of the offer for GPU hosts; the hardware model elsewhere.
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
  const average = calibrated("average-power");
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
      figures: { power: hostPower.factor, manufacturing: hostManufacturing.factor },
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
  if (average !== null) {
    const power = averagePower(average, host.hardware, reference, factor);
    return {
      ...unscaled,
      basis: "average-power",
      figures: { power: average.factor, manufacturing: null },
      powerAt: () => power,
    };
  }
  return {
    ...unscaled,
    basis: "hardware-model",
    figures: { power: null, manufacturing: null },
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
