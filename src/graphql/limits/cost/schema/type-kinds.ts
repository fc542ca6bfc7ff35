import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import { plainName } from "../../../forms";

export function isList(type: GraphQLType): boolean {
  return isListType(getNullableType(type));
}

export function isPeriod(type: GraphQLType): boolean {
  const named = getNamedType(type);
  return isInputObjectType(named) && plainName(named) === "PeriodInput";
}

/** Entities come as lists of representations. */
export function isEntity({ astNode }: GraphQLNamedType): boolean {
  return astNode?.directives?.some(({ name }) => name.value === "key") ?? false;
}

/** A resource of a product, or the interface of all of them. */
export function isResource(type: GraphQLNamedType): boolean {
  if (isInterfaceType(type)) return plainName(type) === "Resource";
  return isObjectType(type) && type.getInterfaces().some((one) => plainName(one) === "Resource");
}

export function isAlternative(type: GraphQLNamedType): boolean {
  return plainName(type) === "Alternative";
}

/** Of a history. */
export function isInterval(type: GraphQLNamedType): boolean {
  return plainName(type) === "HistoryInterval";
}

const RUN_BY_THEMSELVES: ReadonlySet<string> = new Set([
  "Alternative",
  "HistoryInterval",
  "OperatorEstimate",
]);

/** Each object of it is a run of a calculator of its own. */
export function isRunByItself(type: GraphQLNamedType): boolean {
  return RUN_BY_THEMSELVES.has(plainName(type));
}

/** The argument that says how many of something are computed: a list of inputs, or of representations of entities. */
export function sizingArgument({ args }: GraphQLField<unknown, unknown>): GraphQLArgument | undefined {
  return args.find(({ type }) => {
    const named = getNamedType(type);
    return isList(type) && (isInputObjectType(named) || named.name === "_Any");
  });
}
