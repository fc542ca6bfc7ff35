import { Field, ObjectType } from "type-graphql";
import { type Parts, stagesOf } from "../../src/core/footprint";
import { Impact } from "./impact";

@ObjectType({ description: "The same total by life-cycle stage: manufacturing + use = total." })
export class LifeCycle {
  constructor(private readonly parts: Parts) {}

  @Field(() => Impact, {
    description: "Building everything that the resource uses, cross-cutting services included.",
  })
  get manufacturing(): Impact {
    return new Impact(stagesOf(this.parts).manufacturing);
  }

  @Field(() => Impact, {
    description: "Running it: electricity and what goes with it, cross-cutting services included.",
  })
  get use(): Impact {
    return new Impact(stagesOf(this.parts).use);
  }
}
