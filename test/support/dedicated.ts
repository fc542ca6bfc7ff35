import { join } from "node:path";
import { container } from "tsyringe";
import { dedicatedDeployment } from "../../plugins/dedicated-deployment";
import { DedicatedCatalogue } from "../../plugins/dedicated-deployment/catalogue";
import { instance } from "../../plugins/instance";
import { InstanceCatalogue } from "../../plugins/instance/catalogue";
import { PLUGINS } from "../../src/compose-estimates";
import {
  LANGUAGE_MODELS,
  PLACES,
  PRODUCT_NAMES,
  type ProductCalculator,
  ProductNames,
  type ProductPlugin,
  type ResourcePresenter,
} from "../../src/core/contract";
import { FootprintEngine, loadCoreData } from "../../src/core/engine";
import { DataReader } from "../../src/core/factors";
import { type Component, type Criterion, type Footprint, footprintOf, leaf } from "../../src/core/footprint";
import { defineFormula, input } from "../../src/core/formulas";
import { typesOf } from "../../src/graphql/product";
import { CRITERIA } from "./numbers";

const DRAWN = defineFormula({ symbol: "E", label: "Drawn", unit: "kg", expression: "dU × rate" });

/** A day on which every zone has its figures and no vintage begins or ends. */
export const DAY = new Date("2026-11-23");

/** A product that emits so much per hour in every criterion, half of it in manufacturing, and notes that it is simple. */
export class SimpleProduct implements ProductCalculator {
  readonly asked: object[] = [];

  constructor(
    readonly kind: string,
    private readonly rateOf: (spec: object) => number,
  ) {}

  async calculate(
    spec: object,
    { hours }: Parameters<ProductCalculator["calculate"]>[1],
  ): Promise<Footprint> {
    this.asked.push(spec);
    const calculation = DRAWN.apply({ dU: hours, rate: input(this.rateOf(spec) / 2, "kg/h") });
    const contributions = CRITERIA.flatMap((criterion: Criterion) => [
      { criterion, stage: "manufacturing" as const, calculation },
      { criterion, stage: "use" as const, calculation },
    ]);
    const one: Component = leaf({
      name: this.kind,
      kind: "SERVER",
      charged: "equipment",
      contributions,
      unknown: new Set(),
    });
    return footprintOf([one], ["It is simple."]);
  }
}

/** Emissions per hour of the products in place of those that a deployment consists of, in kg and every other unit. */
export const RATES = { kubernetesCluster: 8, loadBalancer: 4, blockVolume: 2, objectBucketPerGb: 0.5 };

export interface DeploymentSpec {
  readonly nodeType: string;
  readonly nodes?: number | null;
  readonly region: string;
  readonly model?: string | null;
  /** [GB] */
  readonly importedModelGb?: number | null;
}

export interface Deployments {
  readonly engine: FootprintEngine;
  readonly catalogue: DedicatedCatalogue;
  readonly instances: InstanceCatalogue;
  readonly present: (spec: DeploymentSpec) => object;
  readonly simple: Readonly<Record<string, SimpleProduct>>;
  readonly footprint: (spec: DeploymentSpec, hours: number) => Promise<Footprint>;
}

/** Dedicated Deployment over the real Instances and simple products for everything else. */
export function composeDeployments(): Deployments {
  const reader = new DataReader(null);
  const core = loadCoreData(reader, join(__dirname, "..", "..", "src", "core", "factors", "data"));
  const names = new ProductNames();
  for (const { kind, description } of PLUGINS) names.registerFields(kind, description?.fields ?? {});
  const scopeOf = (plugin: ProductPlugin) => {
    const scope = container.createChildContainer();
    scope.registerInstance(PLACES, core.places);
    scope.registerInstance(LANGUAGE_MODELS, core.models);
    scope.registerInstance(PRODUCT_NAMES, names);
    plugin.setUp({ reader, ...core, scope });
    return scope;
  };
  const nodes = scopeOf(instance);
  const scope = scopeOf(dedicatedDeployment);
  const book = reader.finish();
  const simple = {
    kubernetesCluster: new SimpleProduct("kubernetesCluster", () => RATES.kubernetesCluster),
    loadBalancer: new SimpleProduct("loadBalancer", () => RATES.loadBalancer),
    blockVolume: new SimpleProduct("blockVolume", () => RATES.blockVolume),
    objectBucket: new SimpleProduct(
      "objectBucket",
      (spec) => (spec as { storedGb: number }).storedGb * RATES.objectBucketPerGb,
    ),
  };
  const calculators = [
    nodes.resolve(instance.calculator),
    scope.resolve(dedicatedDeployment.calculator),
    ...Object.values(simple),
  ];
  const engine = new FootprintEngine(calculators, book, core.places);
  const presenter = scope.resolve<ResourcePresenter>(typesOf(dedicatedDeployment).presenter);
  return {
    engine,
    catalogue: scope.resolve(DedicatedCatalogue),
    instances: nodes.resolve(InstanceCatalogue),
    present: (spec) => presenter.present(spec, engine.on("2026-11-23")),
    simple,
    footprint: (spec, hours) => engine.footprint("dedicatedDeployment", spec, { hours, on: DAY }),
  };
}
