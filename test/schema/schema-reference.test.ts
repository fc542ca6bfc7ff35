import { buildSchema } from "graphql";
import { compose, PLUGINS } from "../../src/compose";
import { schemaReference } from "../../src/tools/schema-reference";
import { managedDatabases } from "../external/managed-databases";
import { withOutside } from "../external/support/with-outside";

const SMALL = `
  "Anything." interface Resource { "What it is called." name: String! }
  "A machine." type Machine implements Resource { "What it is called." name: String! "Its parts." parts("Least size." min: Int! = 2, "Sort." sort: Sort): [Part!]! }
  "A part | piece." type Part { "Old." size: Int @deprecated(reason: "Use \`weight\`. Removal on 2027-06-30.") "In <b>." weight: Float }
  "Order." enum Sort { "Small first." UP }
  "A day." scalar Day @specifiedBy(url: "https://days.example")
  "Which." input Choice @oneOf { "On a day." day: Day }
  "Either." union Any = Machine | Part
  "Roots." type Query { "All of them." machines("Which." choice: Choice, "How many." first: Int = 10): [Machine!]! }
`;

describe("the schema reference", () => {
  it("has the queries first, then resources, then the rest", () => {
    const headings = schemaReference(SMALL).match(/^##+ .+$/gm);
    expect(headings).toEqual([
      "## Queries",
      "### Query.machines",
      "## Resources",
      "### Resource",
      "### Machine",
      "## Object types",
      "### Part",
      "## Interfaces and unions",
      "### Any",
      "## Inputs",
      "### Choice",
      "## Enums",
      "### Sort",
      "## Scalars",
      "### Day",
    ]);
  });

  it.each([
    ["arguments with their defaults", "| `first` | Int | `10` | How many. |"],
    ["the type of a result, with a link", "Returns \\[[Machine](#machine)!\\]!."],
    ["where the fields of a resource are", "Has the fields of [Resource](#resource), and:"],
    ["arguments of fields", "| `parts(min)` | Int! = `2` | Least size. |"],
    ["deprecations", "| **Deprecated.** Use `weight`. Removal on 2027-06-30. Old. |"],
    ["that one field is to be given", "Exactly one field must be given (`@oneOf`)."],
    ["where a scalar is specified", "Specified by <https://days.example>."],
    ["members of a union", "One of: [Machine](#machine), [Part](#part)."],
    ["where a type is used", "Used by: [Any](#any), [Query.machines](#querymachines)."],
    ["text, and no tags", "In &lt;b>."],
  ])("tells %s", (_, text) => {
    expect(schemaReference(SMALL)).toContain(text);
  });

  it("keeps what would end a cell in the cell", () => {
    const sdl = 'type Query { "Either | or." a: Int b: T } type T { "One | two." c: Int }';
    expect(schemaReference(sdl)).toContain("| `c` | Int | One \\| two. |");
  });

  it("does not depend on the order of the SDL", () => {
    const blocks = SMALL.trim().split("\n");
    expect(schemaReference([...blocks].reverse().join("\n"))).toBe(schemaReference(SMALL));
  });

  describe.each([
    ["of the products served", PLUGINS],
    ["with a plugin from outside", withOutside(managedDatabases)],
    ["without a product", []],
  ])("%s", (_, plugins) => {
    const { sdl } = compose({ plugins }).schema;
    const page = schemaReference(sdl);
    const anchors = (page.match(/^##+ .+$/gm) ?? []).map((line) =>
      line.replace(/^##+ /, "").toLowerCase().replace(/ /g, "-").replace(/\./g, ""),
    );

    it("has a heading for each type, and no federation", () => {
      const names = Object.keys(buildSchema(sdl).getTypeMap()).filter(
        (name) => !/^(__|(Query|String|Int|Float|Boolean|ID)$)/.test(name),
      );
      for (const name of names) expect(page).toContain(`\n### ${name}\n`);
      expect(page).not.toMatch(/federation__|link__|_Service|_Any|@key/);
    });

    it("leads somewhere with each link, and to one place", () => {
      const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
      expect(links.length).toBeGreaterThan(10);
      expect(links.filter((anchor) => !anchors.includes(anchor ?? ""))).toEqual([]);
      expect(new Set(anchors).size).toBe(anchors.length);
    });

    it("has tables whose rows are as wide as their heads", () => {
      const widths = page
        .split("\n\n")
        .filter((block) => block.startsWith("|"))
        .map((block) => new Set(block.split("\n").map((row) => row.split(/(?<!\\)\|/).length)));
      expect(widths.length).toBeGreaterThan(5);
      expect(widths.filter(({ size }) => size !== 1)).toEqual([]);
    });
  });
});
