import { inject, injectable } from "tsyringe";
import { Arg, Field, Float, ObjectType, Query, Resolver } from "type-graphql";
import {
  AllocationRuleEnum,
  Alternative,
  alternativesTo,
  During,
  Footprint,
  type Graph,
  InstanceType,
  type PeriodInput,
  Resource,
  TheGraph,
} from "../../schema/types";
import { inOtherPlaces, type OtherPlace, PLACES, type ResourcePresenter } from "../../src/core/contract";
import type { AllocationRule } from "../../src/core/method";
import { type Places } from "../../src/core/method";
import { InstanceCatalogue, type InstanceTypeEntry } from "./catalogue";
import { INSTANCE, LOAD } from "./description";
import { type CheckedSpec, checkSpec, type InstanceSpec, requireLoad } from "./spec";

function typeOf({ row, host }: InstanceTypeEntry): InstanceType {
  return new InstanceType({
    name: row.name,
    range: row.range,
    vcpu: row.vcpu,
    ramGb: row.ram_gib,
    gpuCount: row.gpu_count,
    gpuModel: row.gpu_model,
    localStorageGb: row.local_storage_gb ?? 0,
    zones: row.zones,
    status: row.status,
    cpuModel: host.row.cpu_model,
  });
}

@ObjectType({ implements: Resource, description: INSTANCE.resource.description })
export class Instance extends Resource {
  constructor(
    override readonly spec: InstanceSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("instance", spec, { name: checked.type.row.name, place: checked.place.name });
  }

  @Field(() => InstanceType, {
    description: "What an Instance of its type reserves, and where that is offered.",
  })
  get type(): InstanceType {
    return typeOf(this.checked.type);
  }

  @Field(() => AllocationRuleEnum, { description: "How its host is shared." })
  get allocationRule(): AllocationRule {
    return this.checked.rule;
  }

  @Field(() => Footprint, { description: "What it emits and draws in a period." })
  override async footprint(
    @TheGraph() graph: Graph,
    @During() during?: PeriodInput | null,
    @Arg("cpuLoadPercent", () => Float, { nullable: true, description: `${LOAD} Wins over the input's.` })
    cpuLoadPercent?: number | null,
  ): Promise<Footprint> {
    return new Footprint(await graph.footprint(this.kind, this.at(cpuLoadPercent), during));
  }

  @Field(() => [Alternative], {
    nullable: true,
    description:
      "The same in every other zone where its type is offered in the period, the least kgCO2e first; those that cannot be computed last, with their error.",
  })
  override alternatives(
    @TheGraph() graph: Graph,
    @During() during?: PeriodInput | null,
    @Arg("cpuLoadPercent", () => Float, { nullable: true, description: `${LOAD} Wins over the input's.` })
    cpuLoadPercent?: number | null,
  ): Promise<Alternative[] | null> {
    return alternativesTo(this, this.at(cpuLoadPercent), graph, during);
  }

  private at(load: number | null | undefined): InstanceSpec {
    if (load == null) return this.spec;
    return { ...this.spec, cpuLoadPercent: requireLoad(load, "cpuLoadPercent") };
  }
}

@injectable()
export class InstancePresenter implements ResourcePresenter {
  constructor(
    @inject(InstanceCatalogue) private readonly catalogue: InstanceCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  present(spec: InstanceSpec): Instance {
    return new Instance(spec, checkSpec(spec, this.catalogue, this.places));
  }

  otherPlaces(spec: InstanceSpec): OtherPlace[] {
    const { type, place } = checkSpec(spec, this.catalogue, this.places);
    return inOtherPlaces(type.row.zones, place.name, (zone) => ({ ...spec, zone }));
  }
}

@injectable()
@Resolver()
export class InstanceQueries {
  constructor(@inject(InstanceCatalogue) private readonly catalogue: InstanceCatalogue) {}

  @Query(() => [InstanceType], {
    description: "Every published Instance type, those offered no more included.",
  })
  instanceTypes(): InstanceType[] {
    return [...this.catalogue.types.values()].map(typeOf);
  }
}
