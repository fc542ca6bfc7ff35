import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLFieldConfigMap,
  GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { BoundEnum, type BoundName, boundField } from "../../../schema/types";

const IMPACT = "Impact";
const BOUND = "bound";
const BOUNDS = Object.keys(BoundEnum) as BoundName[];

/**
 * An amount with its bound is asked for dozens of times in an answer and thousands of times in a portfolio. A bound that
 * the document says is known when it is compiled: the amount is then read as a property, and no resolver is called.
 */
export interface BoundFields {
  /** The schema with a property for each amount and bound beside the fields that take a bound. For compiled code alone. */
  readonly schema: GraphQLSchema;
  /** The document with such properties in place of fields whose bound it says. */
  rewrite(document: DocumentNode): DocumentNode;
}

/** The schema as it is, where its impacts are not objects of ours. */
export function boundFieldsOf(schema: GraphQLSchema): BoundFields {
  let fields = made.get(schema);
  if (fields === undefined) {
    fields = make(schema);
    made.set(schema, fields);
  }
  return fields;
}

const made = new WeakMap<GraphQLSchema, BoundFields>();

function make(schema: GraphQLSchema): BoundFields {
  const impact = schema.getType(IMPACT);
  const fields = isObjectType(impact) ? Object.values(impact.getFields()) : [];
  const names = new Set(
    fields
      .filter(({ resolve, args }) => resolve !== undefined && args.length === 1 && args[0]?.name === BOUND)
      .map(({ name }) => name),
  );
  if (names.size === 0) return { schema, rewrite: (document) => document };
  return { schema: withProperties(schema, names), rewrite: (document) => rewritten(document, schema, names) };
}

function withProperties(schema: GraphQLSchema, names: ReadonlySet<string>): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      if (type.name !== IMPACT) return undefined;
      const config = type.toConfig();
      const fields: GraphQLFieldConfigMap<unknown, unknown> = { ...config.fields };
      for (const name of names) {
        const field = config.fields[name];
        for (const bound of BOUNDS) if (field) fields[boundField(name, bound)] = { type: field.type };
      }
      return new GraphQLObjectType({ ...config, fields });
    },
  });
}

function rewritten(document: DocumentNode, schema: GraphQLSchema, names: ReadonlySet<string>): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave: (field) => {
          const { value: name } = field.name;
          const bound =
            names.has(name) && types.getParentType()?.name === IMPACT ? boundIn(field.arguments) : null;
          if (bound === null) return undefined;
          return {
            ...field,
            alias: field.alias ?? field.name,
            name: { ...field.name, value: boundField(name, bound) },
            arguments: [],
          };
        },
      },
    }),
  );
}

/** Null for a bound that a variable says. */
function boundIn(given: readonly ArgumentNode[] = []): BoundName | null {
  const [argument] = given;
  if (argument === undefined) return "EXPECTED";
  return argument.value.kind === Kind.ENUM ? (argument.value.value as BoundName) : null;
}
