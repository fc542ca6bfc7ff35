import { instance } from "../../../plugins/instance";
import { kubernetes } from "../../../plugins/kubernetes";
import type { KubernetesCatalogue } from "../../../plugins/kubernetes/catalogue";
import { loadBalancer } from "../../../plugins/load-balancer";
import type { LoadBalancerCatalogue } from "../../../plugins/load-balancer/catalogue";
import { compose } from "../../../src/compose";
import { LOADED_PRODUCT, type PluginSetup, type ProductPlugin } from "../../../src/core/contract";
import { type Component, type Footprint, totalOf } from "../../../src/core/footprint";
import type { Range } from "../../../src/core/formulas";
import type { LoadedDefinition } from "../../../src/product/loaded-definition";
import { DAY } from "../../support/instances";
import { BOUNDS, CRITERIA, impactsOf } from "../../support/numbers";

const kept: { [kind: string]: object } = {};
/** The plugin, keeping the catalogue that it reads. */
function keeping(plugin: ProductPlugin): ProductPlugin {
  const setUp = (setup: PluginSetup): void => {
    plugin.setUp(setup);
    kept[plugin.kind] = (setup.scope.resolve(LOADED_PRODUCT) as LoadedDefinition).catalogue;
  };
  return { ...plugin, setUp };
}
export const { engine, schema, sessionAt } = compose({
  plugins: [instance, keeping(loadBalancer), keeping(kubernetes)],
});
export const balancers = kept.loadBalancer as LoadBalancerCatalogue;
export const clusters = kept.kubernetesCluster as KubernetesCatalogue;

export function footprint(kind: string, spec: object, hours = 730): Promise<Footprint> {
  return engine.footprint(kind, spec, { hours, on: DAY });
}

export function cluster(spec: object = {}): Promise<Footprint> {
  return footprint("kubernetesCluster", { controlPlane: "kapsule", region: "fr-par", ...spec });
}

export function kg(footprint: Pick<Footprint, "parts">) {
  return totalOf(footprint.parts).kgCo2Equivalent;
}

/** Finite and positive, and water unknown only where the Instances of the place have none. */
export function expectSound({ parts }: Footprint): void {
  const isSound = (one: Range): boolean =>
    BOUNDS.every((bound) => Number.isFinite(one[bound])) &&
    one.low <= one.expected &&
    one.expected <= one.high;
  // All at once: there are thousands.
  const unsound = Object.values(impactsOf(parts)).flatMap((impact) =>
    CRITERIA.flatMap((criterion) => {
      const amount = impact[criterion];
      return amount === null || isSound(amount) ? [] : [{ criterion, amount }];
    }),
  );
  expect(unsound).toEqual([]);
  expect(totalOf(parts).kgCo2Equivalent.low).toBeGreaterThan(0);
}

export function only(footprint: Footprint, kind: Component["kind"]): Component {
  const found = footprint.components.filter((component) => component.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as Component;
}
