import { compose, PLUGINS } from "../../src/compose";
import type { ProductPlugin } from "../../src/core/contract";
import { publicGateway } from "../external/public-gateway";

/** The built-in products without that one, where it has become built in. */
const OTHERS = PLUGINS.filter(({ kind }) => kind !== publicGateway.kind);

interface Changed {
  readonly kind?: string;
  readonly listedBy?: string;
  readonly typeName?: string;
}

function composeWith({ listedBy, typeName, ...own }: Changed) {
  const described = publicGateway.description as NonNullable<ProductPlugin["description"]>;
  const list = { ...described.list, ...(listedBy === undefined ? {} : { query: listedBy }) };
  const resource = { ...described.resource, ...(typeName === undefined ? {} : { name: typeName }) };
  const description = { ...described, ...own, list, resource } as ProductPlugin["description"];
  return compose({ plugins: [...OTHERS, { ...publicGateway, ...own, description } as ProductPlugin] });
}

describe("a product from outside", () => {
  it("stands beside the queries that there are", () => {
    const root = composeWith({}).schema.executable.getQueryType()?.getFields() ?? {};
    expect(root).toHaveProperty("publicGatewayTypes");
    expect(root).toHaveProperty("products");
  });

  it.each([
    ["the graph itself", "products"],
    ["the graph itself, where products are the input", "portfolio"],
    ["another product's list", "instanceTypes"],
    ["another product", "loadBalancer"],
    ["what another product has beside its description", "servingComparison"],
  ])("whose list is called as a query of %s stops the start", (_whose, query) => {
    expect(() => composeWith({ listedBy: query })).toThrow(`have one query, "${query}"`);
  });

  it("is named with whom it has the query in common", () => {
    expect(() => composeWith({ listedBy: "localities" })).toThrow(
      'the graph itself and the product "publicGateway" have one query, "localities": give one of them another name',
    );
    expect(() => composeWith({ listedBy: "instanceTypes" })).toThrow(
      'the product "instance" and the product "publicGateway" have one query, "instanceTypes"',
    );
  });

  it("that is called as a query of the graph itself stops the start", () => {
    expect(() => composeWith({ kind: "localities" })).toThrow('have one query, "localities"');
  });

  it("whose list is called as itself stops the start", () => {
    expect(() => composeWith({ listedBy: "publicGateway" })).toThrow(
      'the product "publicGateway" has two queries, "publicGateway"',
    );
  });

  it.each(["Query", "Footprint", "String", "ResourceInput", "Confidence"])(
    "whose resource is called as the type %s of the graph stops the start, and is named",
    (name) => {
      expect(() => composeWith({ typeName: name })).toThrow(
        `the graph itself and the product "publicGateway" have one type, "${name}": give the product's another name`,
      );
    },
  );
});
