import { inject, injectable } from "tsyringe";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { LanguageModel, Resource } from "../../schema/types";
import { inOtherPlaces, type OtherPlace, PLACES, type ResourcePresenter } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { DedicatedCatalogue } from "./catalogue";
import { DEPLOYMENT } from "./description";
import { type CheckedSpec, checkSpec, type DedicatedDeploymentSpec } from "./spec";

@ObjectType({
  implements: Resource,
  description: DEPLOYMENT.resource.description,
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

  otherPlaces(spec: DedicatedDeploymentSpec): OtherPlace[] {
    const { nodeType, region: own } = checkSpec(spec, this.catalogue, this.places);
    return inOtherPlaces(nodeType.zoneByRegion.keys(), own.name, (region) => ({ ...spec, region }));
  }
}
