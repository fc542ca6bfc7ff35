import { inject, injectable } from "tsyringe";
import { Arg, Field, Float, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { Factor, type Graph, Resource, TheGraph } from "../../schema/types";
import { type Elsewhere, inOtherPlaces, PLACES, type ResourcePresenter } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { ObjectStorageCatalogue, type ObjectStorageClassEntry } from "./catalogue";
import { type CheckedSpec, checkSpec, type ObjectBucketSpec } from "./spec";

@InputType({ description: "An Object Storage bucket: its class, what it stores, and its region." })
export class ObjectBucketInput implements ObjectBucketSpec {
  @Field(() => String, {
    description:
      "Class, for example standard; objectStorageClasses lists them. Otherwise UNKNOWN_STORAGE_CLASS, with suggestions.",
  })
  readonly storageClass!: string;

  @Field(() => Float, {
    description:
      "What is stored, on average over the period [GB], within the limits of the class (0 to 250,000). Otherwise BAD_USER_INPUT.",
  })
  readonly storedGb!: number;

  @Field(() => String, {
    description:
      "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY where the class is not offered.",
  })
  readonly region!: string;
}

@ObjectType({ description: "Where a class of Object Storage is offered, and where its data lie." })
export class ObjectStoragePlace {
  @Field(() => String, { description: "Region of the bucket, for example fr-par." })
  readonly region!: string;

  @Field(() => String, {
    nullable: true,
    description: "Zone that holds the data; null when they are spread over the zones of the region.",
  })
  readonly zone!: string | null;
}

@ObjectType({
  description: "A class of Object Storage: how redundant it is, what it takes, and where it is offered.",
})
export class ObjectStorageClass {
  constructor(
    private readonly entry: ObjectStorageClassEntry,
    private readonly graph: Graph,
  ) {}

  @Field(() => String, { description: "Name to ask with, for example standard." })
  get name(): string {
    return this.entry.row.id;
  }

  @Field(() => String, { description: "Name in words, for example Standard (Multi-AZ)." })
  get title(): string {
    return this.entry.row.name;
  }

  @Field(() => Float, { description: "Least that can be asked of [GB]; 0, an empty bucket." })
  get minGb(): number {
    return this.entry.row.min_gb;
  }

  @Field(() => Float, {
    description: "Most that can be asked of in one bucket [GB]: the quota of a Project.",
  })
  get maxGb(): number {
    return this.entry.row.max_gb;
  }

  @Field(() => Factor, {
    description: "GB taken in the pool per GB stored, as in force today, or on the day of asOf; at least 1.",
  })
  get redundancy(): Factor {
    return new Factor(this.graph.factor(this.entry.redundancy));
  }

  @Field(() => Factor, {
    description:
      "Share of the pool's raw capacity that may be filled, as in force today, or on the day of asOf; from 0 to 1.",
  })
  get usableShare(): Factor {
    return new Factor(this.graph.factor("object-storage.usable"));
  }

  @Field(() => [ObjectStoragePlace], { description: "Regions where it is offered." })
  get places(): ObjectStoragePlace[] {
    return [...this.entry.offers.values()].map(({ region, zone }) => ({ region, zone }));
  }
}

@ObjectType({ implements: Resource, description: "An Object Storage bucket: a share of a pool." })
export class ObjectBucket extends Resource {
  constructor(
    override readonly spec: ObjectBucketSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("objectBucket", spec, { name: checked.storageClass.row.name, place: checked.place.name });
  }

  @Field(() => String, { description: "Its class, for example standard." })
  get storageClass(): string {
    return this.checked.storageClass.row.id;
  }

  @Field(() => Float, { description: "What is stored, on average over the period [GB]." })
  get storedGb(): number {
    return this.spec.storedGb;
  }
}

@injectable()
export class ObjectBucketPresenter implements ResourcePresenter {
  constructor(
    @inject(ObjectStorageCatalogue) private readonly catalogue: ObjectStorageCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  present(spec: ObjectBucketSpec): ObjectBucket {
    return new ObjectBucket(spec, checkSpec(spec, this.catalogue, this.places));
  }

  elsewhere(spec: ObjectBucketSpec): Elsewhere[] {
    const { storageClass, offer } = checkSpec(spec, this.catalogue, this.places);
    return inOtherPlaces(storageClass.offers.keys(), offer.region, (region) => ({ ...spec, region }));
  }
}

@injectable()
@Resolver()
export class ObjectStorageQueries {
  constructor(
    @inject(ObjectBucketPresenter) private readonly presenter: ObjectBucketPresenter,
    @inject(ObjectStorageCatalogue) private readonly catalogue: ObjectStorageCatalogue,
  ) {}

  @Query(() => ObjectBucket, {
    nullable: true,
    description:
      "An Object Storage bucket as it is, or would be, used. Errors: UNKNOWN_STORAGE_CLASS, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  })
  objectBucket(
    @Arg("input", () => ObjectBucketInput, { description: "Which class, how much, and where." })
    input: ObjectBucketInput,
  ): ObjectBucket {
    return this.presenter.present(input);
  }

  @Query(() => [ObjectStorageClass], {
    nullable: true,
    description: "Every class of Object Storage with its limits, redundancy and places.",
  })
  objectStorageClasses(@TheGraph() graph: Graph): ObjectStorageClass[] {
    return [...this.catalogue.classes.values()].map((entry) => new ObjectStorageClass(entry, graph));
  }
}
