import { Arg, Directive, Field, Float, Int, ObjectType } from "type-graphql";
import {
  During,
  External,
  Footprint,
  FootprintRequiring,
  ForeignEntity,
  type Graph,
  type PeriodInput,
  TheGraph,
} from "../../schema/types";
import {
  asEntityError,
  fullyRead,
  type OptionalField,
  type PluginEntity,
  type Representation,
} from "../../src/core/contract";
import { IMPORTED } from "./description";
import type { DedicatedDeploymentSpec } from "./spec";

const REQUIRED = "region nodeType nodes";

const OPTIONAL: readonly OptionalField[] = [
  {
    path: "model",
    type: "LanguageModel",
    description: "The language model that it serves. It changes no figure, only what is said of it.",
  },
  {
    path: "importedModelGb",
    type: "Float",
    description:
      "Size of a model of one's own that was imported [GB]. The argument of the footprint wins over it.",
  },
];

const specOf = fullyRead(
  (deployment): DedicatedDeploymentSpec => ({
    nodeType: deployment.text("nodeType"),
    nodes: deployment.number("nodes"),
    region: deployment.text("region"),
    model: deployment.optionalReference("model"),
    // As the input says it by default: in a request, what says the same is computed once.
    importedModelGb: deployment.optionalNumber("importedModelGb") ?? 0,
  }),
);

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A Dedicated Deployment that runs, with its footprint.",
})
export class Deployment extends ForeignEntity<Representation> {
  @External()
  @Field(() => String, { description: "Region where it is, for example fr-par." })
  get region(): string {
    return this.given.text("region");
  }

  @External()
  @Field(() => String, { description: "Name of the type of its nodes, for example H100-SXM-4." })
  get nodeType(): string {
    return this.given.text("nodeType");
  }

  @External()
  @Field(() => Int, { description: "Number of its nodes, at least 1." })
  get nodes(): number {
    return this.given.number("nodes");
  }

  @FootprintRequiring(REQUIRED)
  footprint(
    @TheGraph() graph: Graph,
    @During() during?: PeriodInput | null,
    @Arg("importedModelGb", () => Float, { nullable: true, description: IMPORTED })
    importedModelGb?: number | null,
  ): Promise<Footprint> {
    return asEntityError(async () => {
      const known = specOf(this.given);
      const spec = { ...known, importedModelGb: importedModelGb ?? known.importedModelGb };
      return new Footprint(await graph.footprint("dedicatedDeployment", spec, during));
    });
  }
}

export const deploymentEntity: PluginEntity = {
  type: Deployment,
  listedAs: "deployments",
  requires: REQUIRED,
  optional: OPTIONAL,
  specOf,
};
