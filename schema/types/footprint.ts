import { Field, Float, ObjectType } from "type-graphql";
import {
  type ComponentKind,
  type Component as DomainComponent,
  type Footprint as DomainFootprint,
  dataQualityOf,
  type Explainable,
  HEADLINE,
  isExplained,
  notesWithin,
  sayNotes,
  totalOf,
} from "../../src/core/footprint";
import type { Scope, Session } from "../../src/estimates";
import { Allocation } from "./allocation";
import { Calculation } from "./calculation";
import { CurrentSession, EnterScope } from "./context";
import { DataQuality } from "./data-quality";
import { ComponentKindEnum } from "./enums";
import { Impact } from "./impact";
import { LifeCycle } from "./life-cycle";
import { Equivalence, Methodology } from "./presentation";
import { Resource } from "./resource";
import { CachedParts, ShownParts } from "./shown-parts";

@ObjectType({
  description:
    "What a resource emits and draws in a period: total = manufacturing + usage + operational = Σ components, by criterion and bound.",
})
export class Footprint {
  private readonly shown: ShownParts;
  private said: readonly string[] | undefined;

  constructor(private readonly footprint: Explainable) {
    const { parts } = footprint;
    this.shown = isExplained(footprint) ? CachedParts.of(parts) : new ShownParts(parts);
  }

  @Field(() => Impact, { description: "manufacturing + usage + operational." })
  get total(): Impact {
    return this.shown.total;
  }

  @Field(() => Impact, {
    description: "Building the equipment that runs the resource, charged to the period over its lifespan.",
  })
  get manufacturing(): Impact {
    return this.shown.manufacturing;
  }

  @Field(() => Impact, {
    description:
      "Electricity of the equipment that runs the resource: its energy × PUE × the factor of the country's electricity.",
  })
  get usage(): Impact {
    return this.shown.usage;
  }

  @Field(() => Impact, {
    description:
      "Everything cross-cutting: data centre, network, cross-functional IT, stock, non-IT, control planes, model storage.",
  })
  get operational(): Impact {
    return this.shown.operational;
  }

  @Field(() => LifeCycle, { description: "The same total by life-cycle stage." })
  get byLifeCycleStage(): LifeCycle {
    return new LifeCycle(this.footprint.parts);
  }

  @Field(() => [Component], { description: "The contributions; they sum to the total." })
  components(): readonly Component[] | Promise<readonly Component[]> {
    return this.explained(({ components }) => Component.each(components));
  }

  @Field(() => [Equivalence], {
    description: "Familiar things that emit as much. Empty for a footprint of zero.",
  })
  equivalences(@CurrentSession() session: Session): Equivalence[] {
    return session.equivalences(totalOf(this.footprint.parts)[HEADLINE].expected);
  }

  @Field(() => DataQuality, { description: "What the figures rest on." })
  dataQuality(): DataQuality | Promise<DataQuality> {
    return this.explained((footprint) => new DataQuality(dataQualityOf(footprint)));
  }

  @Field(() => Methodology, { description: "The method that the figures follow." })
  methodology(@CurrentSession() session: Session): Methodology {
    return session.methodology;
  }

  @Field(() => [String], {
    description:
      "What the reader must know, a handful of sentences: what is missing; defaults taken and assumptions, those first that weigh most in kgCO2e; what is unknown; the dates whose factors the figure rests on. In a sum of lines each says how many lines have it. Those of least weight are counted, and listed in full under the components or lines that they are about.",
  })
  get notes(): readonly string[] {
    this.said ??= sayNotes(this.footprint);
    return this.said;
  }

  private explained<T>(read: (footprint: DomainFootprint) => T): T | Promise<T> {
    const { footprint } = this;
    return isExplained(footprint) ? read(footprint) : footprint.explain().then(read);
  }
}

@ObjectType({
  description:
    "One contribution to a footprint. Its own footprint opens further, down to single parts and factors.",
})
export class Component {
  private static readonly known = new WeakMap<readonly DomainComponent[], readonly Component[]>();
  private shown: Footprint | undefined;

  constructor(private readonly component: DomainComponent) {}

  /** The same ones each time, frozen: components of cached footprints are shown again and again. */
  static each(components: readonly DomainComponent[]): readonly Component[] {
    let shown = Component.known.get(components);
    if (shown === undefined) {
      shown = Object.freeze(components.map((component) => new Component(component)));
      Component.known.set(components, shown);
    }
    return shown;
  }

  @Field(() => String, { description: "What contributes, in words." })
  get name(): string {
    return this.component.name;
  }

  @Field(() => ComponentKindEnum, { description: "Kind of what contributes, for example CPU or NETWORK." })
  get kind(): ComponentKind {
    return this.component.kind;
  }

  @Field(() => Float, { description: "How many of it: nodes, parts, tokens." })
  get quantity(): number {
    return this.component.quantity;
  }

  @Field(() => Allocation, {
    nullable: true,
    description: "The share of a shared thing that is charged; null when all of it is.",
  })
  get allocation(): Allocation | null {
    return this.component.allocation;
  }

  @Field(() => Resource, {
    nullable: true,
    description:
      "The product that contributes, where it is another one; null otherwise. Its `footprint` without `during` is that of one unit of `quantity`, over the period of this footprint or over the part of it for which the unit is in use.",
  })
  resource(@CurrentSession() session: Session, @EnterScope() enter: (scope: Scope) => void): Resource | null {
    const { resource, resourceHours } = this.component;
    if (resourceHours !== null) enter({ hours: resourceHours });
    return resource === null ? null : (session.resource(resource.kind, resource.spec) as Resource);
  }

  @Field(() => Footprint, {
    description: "What it contributes to the whole, with its own parts and components.",
  })
  get footprint(): Footprint {
    const { component } = this;
    this.shown ??= new Footprint({
      parts: component.parts,
      get notes() {
        return notesWithin(component.notes, component.name);
      },
      get components() {
        return component.children;
      },
    });
    return this.shown;
  }

  @Field(() => [Calculation], {
    description:
      "The formulas behind it, each after those it reads. Empty where the component is the sum of its own.",
  })
  get calculations(): Calculation[] {
    const roots = [...this.component.workings, ...this.component.contributions.map((one) => one.calculation)];
    return Calculation.each(roots);
  }
}
