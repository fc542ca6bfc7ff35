import { parseSync } from "@swc/core";

/** A node of a syntax tree, as it is read. */
interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Collections of a source text that something is put into after they are made, by what holds them. */
export interface Growing {
  /** Of a module. */
  readonly ofModule: string[];
  /** Of an object, as a property. */
  readonly ofObjects: string[];
  /** Of a call, and held by a function that the call gives away. */
  readonly ofClosures: string[];
}

/** What no file without it can have. */
const MAY_GROW =
  /\.(set|add|push|unshift)\(|getOrInsert\(|Object\.assign\(|\] = |\] \?\?= |= \[\.\.\.|= \{ ?\.\.\./;
const HAS_COLLECTION = /new (Map|Set|Array)\b|= \{\}|= \[\]|Object\.create\(|: \{\},|: \[\],/;
const FUNCTIONS =
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|Constructor|ClassMethod|PrivateMethod|MethodProperty|GetterProperty|SetterProperty)$/;
/** What hands a value on as it is. */
const HANDS_ON =
  /^(ParenthesisExpression|ObjectExpression|KeyValueProperty|ArrayExpression|ConditionalExpression|TsAsExpression|TsSatisfiesExpression|MethodProperty|GetterProperty)$/;

interface Collection {
  readonly name: string;
  readonly isProperty: boolean;
  /** Whether it is a list or an object, which is often filled where it is made. */
  readonly isPlain: boolean;
  /** The function that makes it; undefined for the module. */
  readonly maker: Node | undefined;
}

interface Growth {
  readonly name: string;
  readonly isProperty: boolean;
  /** The functions around it, the innermost last, with all nodes between. */
  readonly path: readonly Node[];
}

export function growingCollections(text: string): Growing {
  if (!MAY_GROW.test(text) || !HAS_COLLECTION.test(text))
    return { ofModule: [], ofObjects: [], ofClosures: [] };
  const { collections, growths, handedOn } = read(parse(text));
  const grows = (one: Collection): boolean => growths.some((growth) => isOf(growth, one, handedOn));
  const named = (some: readonly Collection[]) => [...new Set(some.filter(grows).map(({ name }) => name))];
  return {
    ofModule: named(collections.filter(({ maker, isProperty }) => !isProperty && maker === undefined)),
    ofObjects: named(collections.filter(({ isProperty }) => isProperty)),
    ofClosures: named(collections.filter(({ maker, isProperty }) => !isProperty && maker !== undefined)),
  };
}

function parse(text: string): Node {
  return parseSync(text, { syntax: "typescript", decorators: true, tsx: false }) as unknown as Node;
}

/** Whether something is put into the collection, later than where it is made. */
function isOf(growth: Growth, one: Collection, handedOn: ReadonlySet<Node>): boolean {
  if (growth.name !== one.name || growth.isProperty !== one.isProperty) return false;
  const functions = growth.path.filter(({ type }) => FUNCTIONS.test(type));
  if (one.isProperty) return !one.isPlain || functions.at(-1)?.type !== "Constructor";
  if (one.maker === undefined) return !one.isPlain || functions.length > 0;
  const within = functions.slice(functions.indexOf(one.maker) + 1);
  return functions.includes(one.maker) && within[0] !== undefined && handedOn.has(within[0]);
}

function read(module: Node) {
  const collections: Collection[] = [];
  const growths: Growth[] = [];
  /** Functions that the function around them gives away. */
  const handedOn = new Set<Node>();
  const variables = new Set(variablesOf(module));
  visit(module, [], (node, path) => {
    const functions = path.filter(({ type }) => FUNCTIONS.test(type));
    const made = madeBy(node, functions.at(-1));
    // What is assigned anew is a variable of the module, or was seen where it is declared.
    const isKnown = made === null || made.isProperty || made.maker !== undefined || variables.has(made.name);
    if (made !== null && isKnown) collections.push(made);
    const grown = grownBy(node);
    if (grown !== null) growths.push({ ...grown, path });
    if (isHandedOn(node, path, functions.at(-1))) handedOn.add(node);
  });
  return { collections, growths, handedOn };
}

/** Those of the module itself. */
function variablesOf({ body }: Node): string[] {
  return (body as Node[])
    .map((one) => (one.declaration ?? one) as Node)
    .flatMap(({ declarations = [] }) => declarations as { id: Node }[])
    .map(({ id }) => nameOf(id));
}

function visit(node: Node, path: readonly Node[], see: (node: Node, path: readonly Node[]) => void): void {
  see(node, path);
  const below = [...path, node];
  const enter = (child: unknown): void => {
    if (typeof child !== "object" || child === null) return;
    // Arguments, and what a method is, are records of nodes and none themselves.
    if (isNode(child)) visit(child, below, see);
    else for (const one of Object.values(child)) enter(one);
  };
  for (const child of Object.values(node)) enter(child);
}

function isNode(value: unknown): value is Node {
  return typeof (value as Node | null | undefined)?.type === "string";
}

/** A variable or a property that begins as a collection, or becomes one. */
function madeBy(node: Node, maker: Node | undefined): Collection | null {
  const { type } = node;
  const { id, init, key, value, left, right } = node as unknown as Record<string, Node>;
  if (type === "VariableDeclarator" && isCollection(init)) {
    const { value: name } = id as Node;
    return { name: name as string, isProperty: false, isPlain: isPlain(init), maker };
  }
  if ((type === "ClassProperty" || type === "PrivateProperty") && isCollection(value)) {
    return { name: nameOf(key as Node), isProperty: true, isPlain: isPlain(value), maker };
  }
  const held = type === "AssignmentExpression" && isCollection(right) ? holderOf(left as Node) : null;
  // A variable that is assigned is mostly one of the module; one of a call is seen where it is declared.
  return held === null
    ? null
    : { ...held, isPlain: isPlain(right), maker: held.isProperty ? maker : undefined };
}

function isCollection(node: Node | undefined | null): boolean {
  const callee = (node?.callee ?? {}) as Node;
  if (node?.type === "NewExpression") return /^(Map|Set|Array)$/.test(String(callee.value));
  if (node?.type === "ObjectExpression") return (node.properties as Node[]).length === 0;
  if (node?.type === "ArrayExpression") return (node.elements as Node[]).length === 0;
  if (node?.type === "TsAsExpression") return isCollection(node.expression as Node);
  return node?.type === "CallExpression" && nameOf(callee.property as Node | undefined) === "create";
}

function isPlain(node: Node | undefined): boolean {
  return node?.type !== "NewExpression" || (node.callee as Node).value === "Array";
}

function nameOf(key: Node | undefined): string {
  return String(key?.value ?? (key?.id as Node | undefined)?.value ?? "");
}

/** What a node puts something into: by a method, by a helper, by a key, or as a copy with more. */
function grownBy(node: Node): Pick<Growth, "name" | "isProperty"> | null {
  const { type } = node;
  const { callee, left, right } = node as unknown as Record<string, Node>;
  if (type === "CallExpression") {
    const method = nameOf(callee?.property as Node | undefined);
    if (/^(set|add|push|unshift)$/.test(method)) return holderOf(callee?.object as Node);
    const isHelper = callee?.value === "getOrInsert" || method === "assign";
    const [first] = node.arguments as { expression: Node }[];
    return isHelper && first !== undefined ? holderOf(first.expression) : null;
  }
  if (type !== "AssignmentExpression" || left === undefined) return null;
  const target = left;
  const isByKey = target.type === "MemberExpression" && (target.property as Node).type === "Computed";
  if (isByKey) return holderOf(target.object as Node);
  const own = holderOf(target);
  const spread = ((right?.elements ?? right?.properties ?? []) as (Node & { expression?: Node })[]).map(
    (one) => holderOf((one?.arguments ?? one?.expression ?? {}) as Node),
  );
  return own !== null && spread.some((one) => one?.name === own.name) ? own : null;
}

function holderOf(node: Node): Pick<Growth, "name" | "isProperty"> | null {
  if (node.type === "Identifier") return { name: node.value as string, isProperty: false };
  if (node.type !== "MemberExpression" || (node.property as Node).type === "Computed") return null;
  return { name: nameOf(node.property as Node), isProperty: true };
}

/** Whether a function is what the function around it gives: returned, in an object too, or the body of an arrow function. */
function isHandedOn(node: Node, path: readonly Node[], around: Node | undefined): boolean {
  if (around === undefined || !FUNCTIONS.test(node.type)) return false;
  const between = path.slice(path.indexOf(around) + 1);
  const returned = between.findLastIndex(({ type }) => type === "ReturnStatement");
  const isGiven = returned >= 0 || between[0]?.type !== "FunctionBody";
  return isGiven && between.slice(returned + 1).every(({ type }) => HANDS_ON.test(type));
}
