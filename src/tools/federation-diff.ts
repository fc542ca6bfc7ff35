import {
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
} from "graphql";
import { change, type SchemaChange } from "./schema-change";
import { federationName } from "./sdl-document";

/** What a type or a field says to composers and gateways. */
interface Marks {
  /** Keys that the subgraph answers to. */
  readonly keys: ReadonlySet<string>;
  readonly requires: string | null;
  /** Names of the directives applied. */
  readonly names: ReadonlySet<string>;
}

/** Marks that take something from other subgraphs or from clients when they come. */
const HARMFUL_WHEN_ADDED = ["external", "inaccessible"];
/** Marks that other subgraphs rely on: their own definition of the field fails to compose without it. */
const HARMFUL_WHEN_REMOVED = ["shareable"];

/** Changes that no client of this graph sees, and that break the supergraphs it is part of. */
export function federationChanges(before: DocumentNode, after: DocumentNode): SchemaChange[] {
  const now = marksOf(after);
  return [...marksOf(before)].flatMap(([coordinate, old]) => {
    const marks = now.get(coordinate);
    return marks === undefined ? [] : changesOf(coordinate, old, marks);
  });
}

function changesOf(coordinate: string, old: Marks, now: Marks): SchemaChange[] {
  const breaking = (type: string, text: string) => change("BREAKING", type, `${coordinate} ${text}`);
  const lost = [...old.keys].filter((key) => !now.keys.has(key));
  const requires =
    now.requires === null || now.requires === old.requires
      ? []
      : [
          breaking(
            "REQUIRES_CHANGED",
            `required ${quoted(old.requires)} of other subgraphs and requires ${quoted(now.requires)}.`,
          ),
        ];
  return [
    ...lost.map((key) => breaking("KEY_REMOVED", `is not answered by the key ${quoted(key)} any more.`)),
    ...requires,
    ...HARMFUL_WHEN_ADDED.filter((name) => now.names.has(name) && !old.names.has(name)).map((name) =>
      breaking(`${name.toUpperCase()}_ADDED`, `is marked @${name} now.`),
    ),
    ...HARMFUL_WHEN_REMOVED.filter((name) => old.names.has(name) && !now.names.has(name)).map((name) =>
      breaking(`${name.toUpperCase()}_REMOVED`, `is not marked @${name} any more.`),
    ),
  ];
}

function quoted(fields: string | null): string {
  return fields === null ? "nothing" : `"${fields}"`;
}

/** By coordinate; a type and its extensions say one thing together. */
function marksOf(document: DocumentNode): Map<string, Marks> {
  const applied = new Map<string, ConstDirectiveNode[]>();
  const add = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) =>
    applied.set(coordinate, [...(applied.get(coordinate) ?? []), ...directives]);
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const onType = node.directives ?? [];
    add(
      node.name.value,
      onType.filter((directive) => !isForFields(directive)),
    );
    if (!("fields" in node)) continue;
    for (const field of node.fields ?? []) {
      const directives = [...(field.directives ?? []), ...onType.filter(isForFields)];
      add(`${node.name.value}.${field.name.value}`, directives);
    }
  }
  return new Map([...applied].map(([coordinate, directives]) => [coordinate, marks(directives)]));
}

/** On a type, it is short for the same on each of its fields. */
function isForFields({ name }: ConstDirectiveNode): boolean {
  return federationName(name.value) === "shareable";
}

function marks(directives: readonly ConstDirectiveNode[]): Marks {
  const named = directives.map((node) => ({ name: federationName(node.name.value), node }));
  const keys = named.filter(({ name, node }) => name === "key" && isResolvable(node));
  const requires = named.find(({ name }) => name === "requires");
  return {
    keys: new Set(keys.map(({ node }) => fieldsOf(node))),
    requires: requires ? fieldsOf(requires.node) : null,
    names: new Set(named.flatMap(({ name }) => (name === null ? [] : [name]))),
  };
}

function isResolvable({ arguments: args }: ConstDirectiveNode): boolean {
  return !args?.some(
    ({ name, value }) => name.value === "resolvable" && value.kind === Kind.BOOLEAN && !value.value,
  );
}

/** The selection of a key in one form: "id  name" and "name id" are the same key. */
function fieldsOf({ arguments: args }: ConstDirectiveNode): string {
  const value = args?.find(({ name }) => name.value === "fields")?.value;
  const text = value?.kind === Kind.STRING ? value.value : "";
  try {
    const [operation] = parse(`{${text}}`).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION ? selectionText(operation.selectionSet) : text;
  } catch {
    return text;
  }
}

function selectionText({ selections }: SelectionSetNode): string {
  return selections
    .map((node) =>
      node.kind === Kind.FIELD && node.selectionSet
        ? `${node.name.value} { ${selectionText(node.selectionSet)} }`
        : print(node),
    )
    .sort()
    .join(" ");
}
