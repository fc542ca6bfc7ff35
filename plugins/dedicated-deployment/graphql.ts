import { inject, injectable } from "tsyringe";
import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import { LanguageModel, Resource } from "../../schema/types";
import { type Elsewhere, inOtherPlaces, PLACES, type ResourcePresenter } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { DedicatedCatalogue } from "./catalogue";
import { type CheckedSpec, checkSpec, type DedicatedDeploymentSpec } from "./spec";

export const IMPORTED =
  "Size of a model of one's own that is imported [GB], 0 to 10,000, otherwise BAD_USER_INPUT. It is kept in Object Storage.";

@InputType({
  description: "A Dedicated Deployment: nodes of a type in a region, and the model that they serve.",
})
export class DedicatedDeploymentInput implements DedicatedDeploymentSpec {
  @Field(() => String, {
    description:
      "Name of the node type, for example H100-SXM-4; dedicatedNodeTypes lists them. Otherwise UNKNOWN_NODE_TYPE, with suggestions.",
  })
  readonly nodeType!: string;

  @Field(() => Int, {
    defaultValue: 1,
    description: "Number of nodes, 1 to 100, otherwise BAD_USER_INPUT.",
  })
  readonly nodes!: number;

  @Field(() => String, {
    description:
      "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY where the node type is not offered.",
  })
  readonly region!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Identifier of the language model, for example llama-3.3-70b-instruct. Otherwise UNKNOWN_MODEL, with suggestions. It changes no figure: a note says so when it is not offered on the node type.",
  })
  readonly model?: string | null;

  @Field(() => Float, { defaultValue: 0, description: IMPORTED })
  readonly importedModelGb!: number;
}

@ObjectType({
  implements: Resource,
  description:
    "A language model on GPU nodes of one's own: the nodes, what they are attached to, and a model that is imported.",
})
export class DedicatedDeployment extends Resource {
  constructor(
    spec: DedicatedDeploymentSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("dedicatedDeployment", spec, {
      name: checked.nodeType.row.name,
      place: checked.zone,
    });
  }

  @Field(() => String, { description: "Name of the type of its nodes." })
  get nodeType(): string {
    return this.checked.nodeType.row.name;
  }

  @Field(() => Int, { description: "Number of its nodes, at least 1." })
  get nodes(): number {
    return this.checked.nodes;
  }

  @Field(() => LanguageModel, {
    nullable: true,
    description: "The language model that it serves; null when none was named.",
  })
  get model(): LanguageModel | null {
    return this.checked.model === null ? null : new LanguageModel(this.checked.model);
  }

  @Field(() => Float, { description: "Size of the imported model [GB]; 0 when none is imported." })
  get importedModelGb(): number {
    return this.checked.importedModelGb;
  }
}

@injectable()
export class DedicatedDeploymentPresenter implements ResourcePresenter {
  constructor(
    @inject(DedicatedCatalogue) private readonly catalogue: DedicatedCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  /** @throws DomainError as {@link checkSpec} does. */
  present(spec: DedicatedDeploymentSpec): DedicatedDeployment {
    return new DedicatedDeployment(spec, checkSpec(spec, this.catalogue, this.places));
  }

  elsewhere(spec: DedicatedDeploymentSpec): Elsewhere[] {
    const { nodeType, region: own } = checkSpec(spec, this.catalogue, this.places);
    return inOtherPlaces(nodeType.zoneByRegion.keys(), own.name, (region) => ({ ...spec, region }));
  }
}
