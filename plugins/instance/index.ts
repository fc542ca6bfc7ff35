import { join } from "node:path";
import { definePlugin, type RecordedEstimate } from "../../src/core/contract";
import { unknownName } from "../../src/core/errors";
import { productFields, samplesIn } from "../../src/product";
import { InstanceCalculator } from "./calculator";
import { recordedInstances } from "./calibration/evidence";
import { InstanceCatalogue, loadCatalogue } from "./catalogue";
import { INSTANCE } from "./description";

/** Instances: virtual machines, with and without GPUs. */
export const instance = definePlugin({
  kind: "instance",
  contract: "1.0",
  product: {
    id: "instance",
    name: "Instances",
    serviceCategory: "Compute",
    description: "Virtual machines with shared or dedicated vCPU, with or without GPUs.",
  },
  calculator: InstanceCalculator,
  description: INSTANCE,
  samples: samplesIn(__dirname),
  errors: { UNKNOWN_INSTANCE_TYPE: unknownName("Instance type") },
  fields: (scope) => {
    const { types } = scope.resolve(InstanceCatalogue);
    const zones = [...types.values()].flatMap(({ row }) => row.zones);
    return productFields(INSTANCE.fields, { offers: types, choices: { zone: zones } });
  },
  graphql: () => (require("./types-of-graph") as typeof import("./types-of-graph")).types,
  setUp: (setup) => {
    setup.scope.registerInstance(InstanceCatalogue, loadCatalogue(setup, join(__dirname, "data")));
  },
  names: (scope) => {
    const catalogue = scope.resolve(InstanceCatalogue);
    return (name) => catalogue.nameOf(name);
  },
  recordedEstimates: () => recordedInstances(join(__dirname, "calibration")).map(toEstimate),
});

function toEstimate({
  type,
  zone,
  recordedOn,
  ...one
}: ReturnType<typeof recordedInstances>[number]): RecordedEstimate {
  return {
    label: type,
    spec: { type, zone },
    zone,
    recordedOn,
    kgCo2EquivalentPerHour: one.kgCo2e,
    m3WaterPerHour: one.m3Water,
    source: one.source,
  };
}
