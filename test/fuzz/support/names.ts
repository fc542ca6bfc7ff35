/** Names that every object answers to, whether it has them or not; all are names of GraphQL too. */
export const INHERITED_NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "toLocaleString",
  "propertyIsEnumerable",
  "__defineGetter__",
  "__lookupSetter__",
] as const;

/** Names that code stumbles over: of objects, of JSON, of the grammar, and of what an answer is made of. */
export const ODD_NAMES = [
  ...INHERITED_NAMES,
  "prototype",
  "then",
  "toJSON",
  "length",
  "null",
  "true",
  "on",
  "fragment",
  "query",
  "data",
  "errors",
  "_",
  "__",
  "x".repeat(60),
] as const;
