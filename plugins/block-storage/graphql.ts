import { inject, injectable } from "tsyringe";
import { Arg, Field, Float, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { Factor, type Graph, Resource, TheGraph } from "../../schema/types";
import { type Elsewhere, inOtherPlaces, PLACES, type ResourcePresenter } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { BlockStorageCatalogue, type BlockStorageClassEntry } from "./catalogue";
import { type BlockVolumeSpec, type CheckedSpec, checkSpec } from "./spec";

@InputType({ description: "A Block Storage volume or snapshot: its class, its size and its zone." })
export class BlockVolumeInput implements BlockVolumeSpec {
  @Field(() => String, {
    description:
      "Class, for example sbs_5k or sbs_5k_snapshot; blockStorageClasses lists them. Otherwise UNKNOWN_STORAGE_CLASS, with suggestions.",
  })
  readonly storageClass!: string;

  @Field(() => Float, {
    description:
      "Size reserved, full or empty [GB], within the limits of the class (5 to 10,000 for sbs_5k). Otherwise BAD_USER_INPUT.",
  })
  readonly sizeGb!: number;

  @Field(() => String, {
    description:
      "Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where the class is not offered.",
  })
  readonly zone!: string;
}

@ObjectType({ description: "A class of Block Storage volumes or snapshots." })
export class BlockStorageClass {
  constructor(
    private readonly entry: BlockStorageClassEntry,
    private readonly graph: Graph,
  ) {}

  @Field(() => String, { description: "Name to ask with, for example sbs_5k." })
  get name(): string {
    return this.entry.row.id;
  }

  @Field(() => String, { description: "Name in words, for example Block Storage 5K." })
  get title(): string {
    return this.entry.row.name;
  }

  @Field(() => Float, { description: "Smallest size [GB]." })
  get minGb(): number {
    return this.entry.row.min_gb;
  }

  @Field(() => Float, { description: "Largest size [GB]." })
  get maxGb(): number {
    return this.entry.row.max_gb;
  }

  @Field(() => Factor, {
    description:
      "GB taken in the pool per GB reserved, as in force today, or on the day of asOf; at least 1.",
  })
  get redundancy(): Factor {
    return new Factor(this.graph.factor(this.entry.redundancy));
  }

  @Field(() => [String], { description: "Zones where it is offered." })
  get zones(): readonly string[] {
    return this.entry.row.zones;
  }
}

@ObjectType({
  implements: Resource,
  description: "A Block Storage volume or snapshot: a share of a replicated pool.",
})
export class BlockVolume extends Resource {
  constructor(
    override readonly spec: BlockVolumeSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("blockVolume", spec, { name: checked.storageClass.row.name, place: checked.place.name });
  }

  @Field(() => String, { description: "Its class, for example sbs_5k." })
  get storageClass(): string {
    return this.checked.storageClass.row.id;
  }

  @Field(() => Float, { description: "Size reserved [GB]." })
  get sizeGb(): number {
    return this.spec.sizeGb;
  }
}

@injectable()
export class BlockVolumePresenter implements ResourcePresenter {
  constructor(
    @inject(BlockStorageCatalogue) private readonly catalogue: BlockStorageCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  present(spec: BlockVolumeSpec): BlockVolume {
    return new BlockVolume(spec, checkSpec(spec, this.catalogue, this.places));
  }

  elsewhere(spec: BlockVolumeSpec): Elsewhere[] {
    const { storageClass, place } = checkSpec(spec, this.catalogue, this.places);
    return inOtherPlaces(storageClass.row.zones, place.name, (zone) => ({ ...spec, zone }));
  }
}

@injectable()
@Resolver()
export class BlockStorageQueries {
  constructor(
    @inject(BlockVolumePresenter) private readonly presenter: BlockVolumePresenter,
    @inject(BlockStorageCatalogue) private readonly catalogue: BlockStorageCatalogue,
  ) {}

  @Query(() => BlockVolume, {
    nullable: true,
    description:
      "A Block Storage volume or snapshot as it is, or would be, used. Errors: UNKNOWN_STORAGE_CLASS, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  })
  blockVolume(
    @Arg("input", () => BlockVolumeInput, { description: "Which class, how large, and where." })
    input: BlockVolumeInput,
  ): BlockVolume {
    return this.presenter.present(input);
  }

  @Query(() => [BlockStorageClass], {
    nullable: true,
    description: "Every class of Block Storage with its limits, redundancy and zones.",
  })
  blockStorageClasses(@TheGraph() graph: Graph): BlockStorageClass[] {
    return [...this.catalogue.classes.values()].map((entry) => new BlockStorageClass(entry, graph));
  }
}
