import { Directive, Field, Int, ObjectType } from "type-graphql";
import {
  During,
  External,
  Footprint,
  FootprintRequiring,
  type Graph,
  OwnedElsewhere,
  type PeriodInput,
  TheGraph,
} from "../../schema/types";
import { asEntityError, type PluginEntity, type Representation } from "../../src/core/contract";
import type { DedicatedDeploymentSpec } from "./spec";

const REQUIRED = "region nodeType nodes";

function specOf(deployment: Representation): DedicatedDeploymentSpec {
  return {
    nodeType: deployment.text("nodeType"),
    nodes: deployment.number("nodes"),
    region: deployment.text("region"),
    // As the input says it by default: in a request, what says the same is computed once.
    importedModelGb: 0,
  };
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A Dedicated Deployment that runs, with its footprint.",
})
export class Deployment extends OwnedElsewhere<Representation> {
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
  footprint(@TheGraph() graph: Graph, @During() during?: PeriodInput | null): Promise<Footprint> {
    return asEntityError(
      async () => new Footprint(await graph.footprint("dedicatedDeployment", specOf(this.given), during)),
    );
  }
}

export const deploymentEntity: PluginEntity = {
  type: Deployment,
  listedAs: "deployments",
  requires: REQUIRED,
  specOf,
};
