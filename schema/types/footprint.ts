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
    "The footprint of a resource in a period: total = manufacturing + usage + operational = Σ components, by criterion and bound.",
})
export class Footprint {
  private said: readonly string[] | undefined;
  private cached: ShownParts | undefined;

  constructor(private readonly footprint: Explainable) {}

  /** Of a cached footprint it is cached with it; thousands of lines hold nothing for it. */
  private get shown(): ShownParts {
    const { footprint } = this;
    if (!isExplained(footprint)) return new ShownParts(footprint.parts);
    this.cached ??= CachedParts.of(footprint.parts);
    return this.cached;
  }

  @Field(() => Impact, { description: "manufacturing + usage + operational." })
  get total(): Impact {
    return this.shown.total;
  }

  @Field(() => Impact, {
    description:
      "Production of the equipment that runs the resource (embodied impact), charged to the period as a share of its lifespan.",
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

  @Field(() => [Component], { description: "The contributions; they add up to the total." })
  components(): readonly Component[] | Promise<readonly Component[]> {
    return this.explained(({ components }) => Component.each(components));
  }

  @Field(() => [Equivalence], {
    description: "Everyday activities with the same emissions. Empty for a footprint of zero.",
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
      "What a reader should know, in a few sentences: what is missing; defaults and assumptions, those with the most kgCO2e first; what is unknown; the dates of the factors. In a portfolio, each note says how many lines it applies to. The least important ones are only counted; they are listed in full under their components or lines.",
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
    "One contribution to a footprint. Its own footprint has further components, down to single parts and factors.",
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
    description: "The share that is charged of something shared; null if all of it is charged.",
  })
  get allocation(): Allocation | null {
    return this.component.allocation;
  }

  @Field(() => Resource, {
    nullable: true,
    description:
      "The resource, if the component is another product; null otherwise. Its `footprint` without `during` is that of one unit of `quantity`, over the period of this footprint or the part of it in which the unit is in use.",
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
      "The formulas behind it, each after those it uses. Empty if the component is the sum of its own components.",
  })
  get calculations(): Calculation[] {
    const roots = [...this.component.workings, ...this.component.contributions.map((one) => one.calculation)];
    return Calculation.each(roots);
  }
}
