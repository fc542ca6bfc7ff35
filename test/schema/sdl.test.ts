import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from "graphql";
import { compose } from "../../src/compose";
import { schemaFiles } from "../../src/tools/print-schema";
import { usualComposition } from "../support/usual";

describe("the published SDL", () => {
  it.each(Object.entries(schemaFiles()))("%s is that of the code", (file, sdl) => {
    expect(readFileSync(file, "utf8")).toBe(sdl);
  });

  it("offers itself as a subgraph of Apollo Federation 2", () => {
    expect(schemaFiles()["schema/subgraph.graphql"]).toContain("https://specs.apollo.dev/federation/v2.");
  });

  it("describes every type, field, argument, input field and enum value", () => {
    expect(undescribed(buildSchema(usualComposition().schema.sdl))).toEqual([]);
  });

  it("finds what is not described", () => {
    const bare = buildSchema('"a" type Query { "b" x(y: E): Int } "e" enum E { A } "i" input I { f: Int }');
    expect(undescribed(bare)).toEqual(["Query.x(y)", "E.A", "I.f"]);
  });
});

describe("a composition without a product", () => {
  const without = compose({ plugins: [] }).schema.sdl;

  it("has nothing of it left", () => {
    expect(without).not.toMatch(/\bInstance|instance\b|AllocationRule/);
  });

  it("still has the core", () => {
    expect(buildSchema(without).getQueryType()?.getFields()).toHaveProperty("factors");
  });
});

function undescribed(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    ({ name }) => !name.startsWith("__") && !isBuiltIn(name),
  );
  return types.flatMap((type) => [...(type.description ? [] : [type.name]), ...undescribedIn(type)]);
}

function undescribedIn(type: GraphQLNamedType): string[] {
  if (isScalarType(type)) return [];
  if (isEnumType(type)) return missing(type.getValues(), (value) => `${type.name}.${value.name}`);
  if (isInputObjectType(type))
    return missing(Object.values(type.getFields()), (field) => `${type.name}.${field.name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const isRoot = type.name === "Query";
  return Object.values(type.getFields()).flatMap((field) => [
    ...(field.description || (isRoot && field.name.startsWith("_")) ? [] : [`${type.name}.${field.name}`]),
    ...missing(field.args, (arg) => `${type.name}.${field.name}(${arg.name})`),
  ]);
}

function missing<T extends { description?: string | null | undefined }>(
  all: readonly T[],
  name: (one: T) => string,
): string[] {
  return all.filter(({ description }) => !description).map(name);
}

function isBuiltIn(name: string): boolean {
  return ["String", "Int", "Float", "Boolean", "ID"].includes(name);
}
