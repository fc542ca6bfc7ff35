import { Arg, Field, InterfaceType } from "type-graphql";
import { type Footprint as DomainFootprint, totalOf } from "../../src/core/footprint";
import { Alternative } from "./alternative";
import { type AlternativesView, type Graph, TheGraph } from "./context";
import { ImpactDifference, rankingOf } from "./difference";
import { Footprint } from "./footprint";
import { PeriodInput } from "./period";
import { Locality, Product } from "./presentation";

const WHOLE_PERIOD =
  "The period. Left out, that of the footprint, comparison or portfolio that leads here; otherwise one month of 730 hours.";

/** Adds the argument that every footprint takes. It holds for all below the field too. */
export function During(description = WHOLE_PERIOD): ParameterDecorator {
  const arg = Arg("during", () => PeriodInput, { nullable: true, description });
  return (target, property, index) => arg(target, property as string, index);
}

/**
 * Anything a footprint can be asked of. A product extends this class with its own fields; those here are the same for all.
 *
 * `autoRegisterImplementations` is off, so that a product is in the schema when it is composed, not when it is imported.
 */
@InterfaceType({
  autoRegisterImplementations: false,
  description:
    "Anything a footprint can be asked of: a product of the catalogue as it is, or would be, used.",
})
export abstract class Resource {
  constructor(
    readonly kind: string,
    readonly spec: object,
    private readonly text: { readonly name: string; readonly place: string },
  ) {}

  /** Name of the place whose factors its figures rest on; for several places, of the one that weighs most. */
  placeIn(_graph: Graph): string | Promise<string> {
    return this.text.place;
  }

  @Field(() => Product, { description: "The product that the resource is of." })
  product(@TheGraph() graph: Graph): Product {
    return graph.product(this.kind);
  }

  @Field(() => String, { description: "Name of the offer, for example PRO2-S." })
  get name(): string {
    return this.text.name;
  }

  @Field(() => Locality, {
    description:
      "Where it runs, with the factors that its figures rest on: those in force there today, on the first day of the period, or on the day of asOf.",
  })
  locality(
    @TheGraph() graph: Graph,
    @During(
      "Period of whose first day the factors are. Left out, that of the footprint, comparison or portfolio that leads here; otherwise today.",
    )
    _during?: PeriodInput | null,
  ): Locality | Promise<Locality> {
    const place = this.placeIn(graph);
    const named = (name: string): Locality => new Locality(graph.place(name));
    return place instanceof Promise ? place.then(named) : named(place);
  }

  @Field(() => Footprint, { description: "What it emits and draws in a period." })
  async footprint(@TheGraph() graph: Graph, @During() during?: PeriodInput | null): Promise<Footprint> {
    return new Footprint(await graph.footprint(this.kind, this.spec, during));
  }

  @Field(() => [Alternative], {
    nullable: true,
    description:
      "The same resource in every other place where the product exists in the period, the least kgCO2e first, with whether that order is settled; those that cannot be computed last, with their error. Empty where it exists nowhere else, null for a product that does not say where it exists. Where several zones can be chosen, each is a place of its own.",
  })
  async alternatives(
    @TheGraph() graph: Graph,
    @During() during?: PeriodInput | null,
  ): Promise<Alternative[] | null> {
    return alternativesTo(this, this.spec, graph, during);
  }
}

/** The same specification in other places, ranked. */
export async function alternativesTo(
  { kind }: Resource,
  spec: object,
  graph: Graph,
  during: PeriodInput | null | undefined,
): Promise<Alternative[] | null> {
  const view = await graph.alternatives(kind, spec, during);
  return view === null ? null : ranked(view, graph);
}

async function ranked({ own, others }: AlternativesView, graph: Graph): Promise<Alternative[]> {
  const found = await Promise.all(
    others.map(async (one) => ({
      ...one,
      locality: new Locality(graph.place(await one.resource.placeIn(graph))),
    })),
  );
  const computed = found
    .flatMap(({ outcome, ...at }) => ("error" in outcome ? [] : [{ ...at, footprint: outcome.footprint }]))
    .sort((a, b) => kgOf(a.footprint) - kgOf(b.footprint) || a.place.localeCompare(b.place));
  const localities = computed.map(({ locality }) => locality);
  const ranking = rankingOf(computed.map(({ footprint }) => footprint));
  const failed = found.flatMap(({ locality, resource, outcome }) =>
    "error" in outcome
      ? [new Alternative({ locality, resource, computed: null, error: outcome.error }, null)]
      : [],
  );
  return [
    ...computed.map(({ resource, footprint }, index) => {
      const shown = { footprint: new Footprint(footprint), difference: new ImpactDifference(own, footprint) };
      const at = { locality: localities[index] as Locality, resource, computed: shown, error: null };
      return new Alternative(at, { index, ranking, localities });
    }),
    ...failed,
  ];
}

function kgOf({ parts }: DomainFootprint): number {
  return totalOf(parts).kgCo2Equivalent.expected;
}
