import {
  type Component,
  type ComponentKind,
  type Contribution,
  type Criterion,
  type Stage,
  totalOf,
} from "../footprint";
import { checkTime, groupBy } from "../helpers";
import { eachOf } from "./differing-quantities";
import type { Pairing } from "./paired-formulas";

/** What a component without parts differs by; a component that is on one side only counts as nothing on the other. */
export interface ComponentDifference {
  readonly name: string;
  readonly kind: ComponentKind;
  /** Names of the enclosing components, the outermost first, and its own. */
  readonly path: readonly string[];
  /** Null where the component is on the other side only. */
  readonly a: number | null;
  readonly b: number | null;
  readonly difference: number;
}

const STAGES: readonly Stage[] = ["manufacturing", "use"];

/** Pairs the components of two footprints by kind, name and order, and hands what they are computed with to the pairing. */
export function pairComponents(
  a: readonly Component[],
  b: readonly Component[],
  criterion: Criterion,
  pairing: Pairing,
): ComponentDifference[] {
  return new ComponentPairing(criterion, pairing).pairAll(a, b, []);
}

class ComponentPairing {
  private readonly found: ComponentDifference[] = [];

  constructor(
    private readonly criterion: Criterion,
    private readonly pairing: Pairing,
  ) {}

  pairAll(a: readonly Component[], b: readonly Component[], path: readonly string[]): ComponentDifference[] {
    for (const [one, other] of pairsOf(a, b)) {
      if (one !== undefined && other !== undefined) this.pair(one, other, path);
      else this.onOneSide(one, other, path);
    }
    return this.found;
  }

  private pair(a: Component, b: Component, above: readonly string[]): void {
    checkTime();
    const path = [...above, eachOf(a.name, b.name)];
    const [ownOfA, ownOfB] = [this.ownOf(a), this.ownOf(b)];
    if (ownOfA !== null || ownOfB !== null) {
      this.note(a.kind, path, ownOfA, ownOfB);
      for (const stage of STAGES) {
        this.pairing.addContributions(this.of(a, stage), this.of(b, stage), path.join(" / "));
      }
    }
    this.pairAll(a.children, b.children, path);
  }

  private onOneSide(a: Component | undefined, b: Component | undefined, above: readonly string[]): void {
    const only = (a ?? b) as Component;
    const path = [...above, only.name];
    const [ofA, ofB] = [this.amountOf(a), this.amountOf(b)];
    this.note(only.kind, path, ofA, ofB);
    const unit = this.unitIn(only) ?? "";
    const label = path.join(" / ");
    this.pairing.addWhole({ symbol: null, label, unit, a: ofA, b: ofB, factorA: null, factorB: null });
  }

  private note(kind: ComponentKind, path: readonly string[], a: number | null, b: number | null): void {
    const name = path.at(-1) as string;
    this.found.push({ name, kind, path, a, b, difference: (b ?? 0) - (a ?? 0) });
  }

  /** What a component adds besides its children; null if it is just their sum. */
  private ownOf(component: Component): number | null {
    if (component.children.length === 0) return this.amountOf(component);
    const own = STAGES.flatMap((stage) => this.of(component, stage));
    return own.length === 0
      ? null
      : own.reduce((sum, { calculation }) => sum + calculation.range.expected, 0);
  }

  private amountOf(component: Component | undefined): number | null {
    return component === undefined ? null : (totalOf(component.parts)[this.criterion]?.expected ?? 0);
  }

  private of({ contributions }: Component, stage: Stage): Contribution[] {
    return contributions.filter((one) => one.criterion === this.criterion && one.stage === stage);
  }

  private unitIn({ contributions, children }: Component): string | null {
    const own = contributions.find(({ criterion }) => criterion === this.criterion);
    if (own !== undefined) return own.calculation.unit;
    for (const child of children) {
      const unit = this.unitIn(child);
      if (unit !== null) return unit;
    }
    return null;
  }
}

type Pair = readonly [Component | undefined, Component | undefined];

/**
 * Siblings of one kind and name belong together, in their order. So do the rest that stand for resources of one product,
 * if they are as many on both sides: the pools of a cluster are named after their place, and the place is what is compared.
 */
function pairsOf(a: readonly Component[], b: readonly Component[]): Pair[] {
  const [ofA, ofB] = [groupBy(a, identityOf), groupBy(b, identityOf)];
  const named = [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((identity) =>
    inOrder(ofA.get(identity) ?? [], ofB.get(identity) ?? []),
  );
  const loose = groupBy(named.filter(isLoose), ([one, other]) => productOf((one ?? other) as Component));
  return [
    ...named.filter((pair) => !isLoose(pair)),
    ...[...loose].flatMap(([product, pairs]) => (product === "" ? pairs : asResources(pairs))),
  ];
}

/** Resources of one product without a namesake, side by side if they are as many. */
function asResources(loose: readonly Pair[]): readonly Pair[] {
  const [a, b] = [loose.flatMap(([one]) => one ?? []), loose.flatMap(([, other]) => other ?? [])];
  return a.length === b.length ? inOrder(a, b) : loose;
}

/** The resource behind a component; empty if there is none. */
function productOf({ kind, resource }: Component): string {
  return resource === null ? "" : `${kind}/${resource.kind}`;
}

function inOrder(a: readonly Component[], b: readonly Component[]): Pair[] {
  const longer = a.length > b.length ? a : b;
  return longer.map((_, index) => [a[index], b[index]]);
}

function isLoose([one, other]: Pair): boolean {
  return one === undefined || other === undefined;
}

function identityOf({ kind, name }: Component): string {
  return `${kind}/${name}`;
}
