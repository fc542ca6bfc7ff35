import { Field, Float, ObjectType } from "type-graphql";
import {
  addImpacts,
  BothImpacts,
  type ComponentKind,
  type Component as DomainComponent,
  type DataQuality as DomainDataQuality,
  type Footprint as DomainFootprint,
  type Impact as DomainImpact,
  dataQualityOf,
  type Parts,
  totalOf,
  unfold,
} from "../../src/core/domain";
import { Allocation } from "./allocation";
import { Calculation } from "./calculation";
import { type Graph, TheGraph } from "./context";
import { ComponentKindEnum } from "./enums";
import { Factor } from "./factor";
import { Impact } from "./impact";
import { Equivalence, Methodology } from "./presentation";
import { Resource } from "./resource";

@ObjectType({ description: "The same total by life-cycle stage: manufacturing + use = total." })
export class LifeCycle {
  constructor(private readonly parts: Parts) {}

  @Field(() => Impact, {
    description: "Building everything that the resource uses, cross-cutting services included.",
  })
  get manufacturing(): Impact {
    return new Impact(addImpacts(this.parts.manufacturing, this.parts.operational.manufacturing));
  }

  @Field(() => Impact, {
    description: "Running it: electricity and what goes with it, cross-cutting services included.",
  })
  get use(): Impact {
    return new Impact(addImpacts(this.parts.usage, this.parts.operational.use));
  }
}

@ObjectType({
  description:
    "How much of the greenhouse-gas total rests on factors of each confidence; the shares sum to 1. Each contribution counts with the weakest factor in its formula.",
})
export class DataQuality {
  constructor(private readonly quality: DomainDataQuality) {}

  @Field(() => Float, { description: "Share that rests on published factors alone, 0 to 1." })
  get published(): number {
    return this.quality.published;
  }

  @Field(() => Float, { description: "Share whose weakest factor is derived, 0 to 1." })
  get derived(): number {
    return this.quality.derived;
  }

  @Field(() => Float, { description: "Share whose weakest factor is assumed, 0 to 1." })
  get assumed(): number {
    return this.quality.assumed;
  }

  @Field(() => [Factor], { description: "Every factor that the footprint rests on, each once." })
  get factors(): Factor[] {
    return this.quality.factors.map((factor) => new Factor(factor));
  }
}

/** By criterion when it is asked for: of thousands of lines, mostly one is read. */
function stagesTogether({ manufacturing, use }: Parts["operational"]): DomainImpact {
  return new BothImpacts(manufacturing, use);
}

@ObjectType({
  description:
    "What a resource emits and draws in a period: total = manufacturing + usage + operational = Σ components, by criterion and bound.",
})
export class Footprint {
  constructor(private readonly footprint: DomainFootprint) {}

  @Field(() => Impact, { description: "manufacturing + usage + operational." })
  get total(): Impact {
    const { manufacturing, usage, operational } = this.footprint.parts;
    return new Impact(new BothImpacts(new BothImpacts(manufacturing, usage), stagesTogether(operational)));
  }

  @Field(() => Impact, {
    description: "Building the equipment that runs the resource, charged to the period over its lifespan.",
  })
  get manufacturing(): Impact {
    return new Impact(this.footprint.parts.manufacturing);
  }

  @Field(() => Impact, {
    description: "Electricity of that equipment: power × PUE × electricity of the country.",
  })
  get usage(): Impact {
    return new Impact(this.footprint.parts.usage);
  }

  @Field(() => Impact, {
    description:
      "Everything cross-cutting: data centre, network, cross-functional IT, stock, non-IT, control planes, model storage.",
  })
  get operational(): Impact {
    return new Impact(stagesTogether(this.footprint.parts.operational));
  }

  @Field(() => LifeCycle, { description: "The same total by life-cycle stage." })
  get byLifeCycleStage(): LifeCycle {
    return new LifeCycle(this.footprint.parts);
  }

  @Field(() => [Component], { description: "The contributions; they sum to the total." })
  get components(): Component[] {
    return this.footprint.components.map((component) => new Component(component));
  }

  @Field(() => [Equivalence], {
    description: "What emits as much, for people. Empty for a footprint of nothing.",
  })
  equivalences(@TheGraph() graph: Graph): Equivalence[] {
    return graph.equivalences(totalOf(this.footprint.parts).kgCo2Equivalent.expected);
  }

  @Field(() => DataQuality, { description: "What the figures rest on." })
  get dataQuality(): DataQuality {
    return new DataQuality(dataQualityOf(this.footprint));
  }

  @Field(() => Methodology, { description: "The method that the figures follow." })
  methodology(@TheGraph() graph: Graph): Methodology {
    return graph.methodology;
  }

  @Field(() => [String], {
    description:
      "What the reader must know: defaults taken, assumptions, a rule that is not additive, a period that was split.",
  })
  get notes(): readonly string[] {
    return this.footprint.notes;
  }
}

@ObjectType({
  description:
    "One contribution to a footprint. Its own footprint opens further, down to single parts and factors.",
})
export class Component {
  constructor(private readonly component: DomainComponent) {}

  @Field(() => String, { description: "What contributes, in words." })
  get name(): string {
    return this.component.name;
  }

  @Field(() => ComponentKindEnum, { description: "What it is." })
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
    description: "The product that contributes, where it is another one; null otherwise.",
  })
  resource(@TheGraph() graph: Graph): Resource | null {
    const { resource } = this.component;
    return resource === null ? null : graph.resource(resource.kind, resource.spec);
  }

  @Field(() => Footprint, { description: "What of the whole comes from here." })
  get footprint(): Footprint {
    const { parts, children } = this.component;
    return new Footprint({ parts, components: children, notes: [] });
  }

  @Field(() => [Calculation], {
    description:
      "The formulas behind it, each after those it reads. Empty where the component is the sum of its own.",
  })
  get calculations(): Calculation[] {
    const roots = [...this.component.workings, ...this.component.contributions.map((one) => one.calculation)];
    return unfold(roots).map((calculation) => new Calculation(calculation));
  }
}
