import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLType,
  type GraphQLUnionType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";
import { anchorOf, defaultOf, type Input, table, textOf, typeLink } from "./reference-markdown";

type Fielded = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

const INTRODUCTION = [
  "# Schema reference",
  "Every type and query of the graph, for people. Generated from [schema/schema.graphql](../schema/schema.graphql) by `npm run schema`.",
  "`!` after a type: never null, or, of an argument without a default, required. `[T]`: a list of T. `String`, `Int`, `Float`, `Boolean` and `ID` are those of GraphQL. Units stand in brackets in the descriptions.",
];

/** A page of Markdown over a schema, with the products first and a link wherever a type is named. */
export function schemaReference(sdl: string): string {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const roots = rootsOf(schema);
  const resource = schema.getType("Resource");
  const isResource = (type: GraphQLNamedType) =>
    type === resource || (isObjectType(type) && type.getInterfaces().some((one) => one === resource));
  const objects = types
    .filter(isObjectType)
    .filter((type) => !roots.some(({ root }) => root === type) && !isResource(type));
  const resources = types.filter(isObjectType).filter(isResource);
  const usages = usagesIn(schema);
  const typeEntry = (type: GraphQLNamedType) => entryOf(type, usages.get(type.name));
  const sections: [string, string[][]][] = [
    ...roots.map(({ title, root }): [string, string[][]] => [title, rootEntries(root)]),
    ["Resources", [...(isInterfaceType(resource) ? [resource] : []), ...resources].map(typeEntry)],
    ["Object types", objects.map(typeEntry)],
    ["Interfaces and unions", types.filter((type) => isAbstract(type) && type !== resource).map(typeEntry)],
    ["Inputs", types.filter(isInputObjectType).map(typeEntry)],
    ["Enums", types.filter(isEnumType).map(typeEntry)],
    ["Scalars", types.filter(isScalarType).map(typeEntry)],
  ];
  const filled = sections.filter(([, entries]) => entries.length > 0);
  const contents = filled.map(([title, entries]) => contentsOf(title, entries)).join("\n");
  const body = filled.flatMap(([title, entries]) => [`## ${title}`, ...entries.flat()]);
  return `${[...INTRODUCTION, contents, ...body].join("\n\n")}\n`;
}

function rootsOf(schema: GraphQLSchema): { title: string; root: GraphQLObjectType }[] {
  return [
    { title: "Queries", root: schema.getQueryType() },
    { title: "Mutations", root: schema.getMutationType() },
    { title: "Subscriptions", root: schema.getSubscriptionType() },
  ].flatMap(({ title, root }) => (root ? [{ title, root }] : []));
}

function isAbstract(type: GraphQLNamedType): boolean {
  return isInterfaceType(type) || isUnionType(type);
}

/** A line with the headings of a section, which begin each entry. */
function contentsOf(title: string, entries: readonly string[][]): string {
  const links = entries.map(([heading = ""]) => {
    const name = heading.replace("### ", "");
    return `[${name.replace(/^\w+\./, "")}](#${anchorOf(name)})`;
  });
  return `- [${title}](#${anchorOf(title)}): ${links.join(" · ")}`;
}

function rootEntries(root: GraphQLObjectType): string[][] {
  return Object.values(root.getFields()).map((field) => [
    `### ${root.name}.${field.name}`,
    textOf(field),
    `Returns ${typeLink(field.type)}.`,
    ...(field.args.length > 0 ? [inputTable("Argument", field.args)] : []),
  ]);
}

function entryOf(type: GraphQLNamedType, usages: ReadonlySet<string> = new Set()): string[] {
  const links = [...usages].sort().map((name) => `[${name}](#${anchorOf(name)})`);
  const used = links.length === 0 ? [] : [`Used by: ${links.join(", ")}.`];
  return [`### ${type.name}`, textOf(type), ...bodyOf(type), ...used];
}

function bodyOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return [enumTable(type)];
  if (isInputObjectType(type)) return inputBody(type);
  if (isScalarType(type)) return scalarBody(type);
  if (isUnionType(type)) return [`One of: ${unionLinks(type)}.`];
  return isObjectType(type) || isInterfaceType(type) ? fieldsBody(type) : [];
}

/** Fields of an interface are described there; here, only where they say something else. */
function fieldsBody(type: Fielded): string[] {
  const interfaces = type.getInterfaces();
  const inherited = new Set(interfaces.flatMap((one) => Object.values(one.getFields()).map(signatureOf)));
  const own = Object.values(type.getFields()).filter((field) => !inherited.has(signatureOf(field)));
  const links = interfaces.map(typeLink).join(" and ");
  return [
    ...(interfaces.length > 0 ? [`Has the fields of ${links}${own.length > 0 ? ", and:" : "."}`] : []),
    ...(own.length > 0 ? [fieldTable(own)] : []),
  ];
}

function signatureOf({ name, type, args, ...rest }: Field): string {
  return JSON.stringify([name, String(type), textOf(rest), args.map((arg) => [arg.name, String(arg.type)])]);
}

function fieldTable(fields: readonly Field[]): string {
  const rows = fields.flatMap((field) => [
    [`\`${field.name}\``, typeLink(field.type), textOf(field)],
    ...field.args.map((arg) => [
      `\`${field.name}(${arg.name})\``,
      `${typeLink(arg.type)}${defaultOf(arg, " = ")}`,
      textOf(arg),
    ]),
  ]);
  return table(["Field", "Type", "Description"], rows);
}

function inputBody(type: GraphQLInputObjectType): string[] {
  return [
    ...(type.isOneOf ? ["Exactly one field must be given (`@oneOf`)."] : []),
    inputTable("Field", Object.values(type.getFields())),
  ];
}

function inputTable(title: string, inputs: readonly Input[]): string {
  const rows = inputs.map((one) => [`\`${one.name}\``, typeLink(one.type), defaultOf(one), textOf(one)]);
  return table([title, "Type", "Default", "Description"], rows);
}

function enumTable(type: GraphQLEnumType): string {
  const rows = type.getValues().map((value) => [`\`${value.name}\``, textOf(value)]);
  return table(["Value", "Description"], rows);
}

function scalarBody({ specifiedByURL }: GraphQLScalarType): string[] {
  return specifiedByURL ? [`Specified by <${specifiedByURL}>.`] : [];
}

function unionLinks(type: GraphQLUnionType): string {
  return type.getTypes().map(typeLink).join(", ");
}

/** Names of the headings under which each type is named. */
function usagesIn(schema: GraphQLSchema): Map<string, Set<string>> {
  const usages = new Map<string, Set<string>>();
  const add = (used: GraphQLType, by: string) => {
    const { name } = getNamedType(used);
    usages.set(name, (usages.get(name) ?? new Set()).add(by));
  };
  const roots = rootsOf(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isUnionType(type)) for (const member of type.getTypes()) add(member, type.name);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const by = roots.some(({ root }) => root === type) ? `${type.name}.${field.name}` : type.name;
      for (const one of [field, ...("args" in field ? field.args : [])]) add(one.type, by);
    }
  }
  return usages;
}
