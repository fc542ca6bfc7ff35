import { Field } from "type-graphql";
import { checkPlugin, graph } from "../../src/plugin-kit";
import { SmallCalculator, SmallThing, smallPlugin } from "./support/small-plugin";

/**
 * @alone The metadata of TypeGraphQL are global, and what is put there is in every schema that is composed later.
 * What a careless plugin does while its module is loaded.
 */
const addField = Field(() => SmallThing, { nullable: true, description: "A small thing of the place." });
addField(graph.Locality.prototype, "smallThing");

describe("a plugin that adds a field to a type of the graph", () => {
  it("is found to leave it there when it is removed", async () => {
    const findings = await checkPlugin(smallPlugin(SmallCalculator), {
      plugins: [],
      specs: [{ amount: 1 }],
    });
    expect(findings).toEqual([
      {
        rule: "removable",
        subject: "SmallThing",
        problem: "is in the schema without the plugin smallThing",
      },
    ]);
  });
});
