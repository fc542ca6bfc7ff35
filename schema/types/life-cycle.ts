import { Field, ObjectType } from "type-graphql";
import { type Parts, stagesOf } from "../../src/core/footprint";
import { Impact } from "./impact";

@ObjectType({ description: "The same total by life-cycle stage: manufacturing + use = total." })
export class LifeCycle {
  constructor(private readonly parts: Parts) {}

  @Field(() => Impact, {
    description: "Production of everything that the resource uses, including cross-cutting services.",
  })
  get manufacturing(): Impact {
    return new Impact(stagesOf(this.parts).manufacturing);
  }

  @Field(() => Impact, {
    description: "Use: electricity and related impacts, including cross-cutting services.",
  })
  get use(): Impact {
    return new Impact(stagesOf(this.parts).use);
  }
}
