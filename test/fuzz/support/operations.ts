import {
  doTypesOverlap,
  type GraphQLArgument,
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from "graphql";
import type { Dice } from "./dice";
import { InputValues } from "./input-values";
import { INHERITED_NAMES, ODD_NAMES } from "./names";
import { ResponseNames } from "./response-names";
import { Variables } from "./variables";

/** What a client sends. */
export interface Operation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
}

interface Fragment {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly level: number;
}

/** Most selections of an operation, and levels of fields. */
const SELECTIONS = 25;
const LEVELS = 6;

/** Random valid operations, in every shape that the grammar allows: a walk over the graph of types. */
export function operationOf(schema: GraphQLSchema, dice: Dice): Operation {
  return new OperationMaker(schema, dice).operation();
}

class OperationMaker {
  private readonly values: InputValues;
  private readonly variables: Variables;
  private readonly names: ResponseNames;
  /** Whole ones: a fragment that is being made is not spread in itself. */
  private readonly fragments: Fragment[] = [];
  private readonly definitions: string[] = [];
  private readonly fragmentNames = new Set<string>();
  private readonly heads = new Map<string, { head: string; field: GraphQLField<unknown, unknown> }[]>();
  private readonly hasDirectives: boolean;
  private left = SELECTIONS;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {
    const isSound = dice.chance(70);
    this.values = new InputValues(dice, isSound);
    this.variables = new Variables(dice, this.values);
    this.names = new ResponseNames(dice);
    this.hasDirectives = dice.chance(20);
  }

  operation(): Operation {
    const root = this.schema.getQueryType() as GraphQLCompositeType;
    const selection = this.selection(root, 0);
    const { definitions, sent } = this.variables;
    const name = this.dice.one(["", "Fuzz", this.dice.one(ODD_NAMES)]);
    const head =
      name === "" && definitions === "" && this.dice.chance(70) ? "" : `query ${name}${definitions} `;
    const isOneOfTwo = name !== "" && this.dice.chance(20);
    const other = isOneOfTwo ? ["query Other { methodology { id } }"] : [];
    const query = [...other, head + selection, ...this.definitions].join("\n");
    const isNamed = isOneOfTwo || (name !== "" && this.dice.chance(50));
    return { query, operationName: isNamed ? name : null, variables: sent };
  }

  private selection(type: GraphQLCompositeType, level: number): string {
    const most = this.dice.chance(40) ? 1 : 4;
    const parts = Array.from({ length: 1 + this.dice.upTo(most) }, () => this.part(type, level));
    return `{ ${parts.join(this.dice.one([" ", " ", ", ", "\n# }\n"]))} }`;
  }

  private part(type: GraphQLCompositeType, level: number): string {
    this.left--;
    if (this.left <= 0 || this.dice.chance(8)) return this.directed("__typename");
    if (isUnionType(type) || this.dice.chance(isAbstractType(type) ? 75 : 20))
      return this.fragment(type, level);
    if (this.dice.chance(15)) return this.again(type, level) ?? this.field(type, level);
    return this.field(type, level);
  }

  private fragment(type: GraphQLCompositeType, level: number): string {
    const conditions = overlapping(this.schema, type);
    const known = this.fragments.filter((one) => one.level === level && conditions.includes(one.type));
    if (known.length > 0 && this.dice.chance(30)) return this.directed(`...${this.dice.one(known).name}`);
    const kind = this.dice.upTo(5);
    if (kind === 0) return `${this.directed("...")} ${this.selection(type, level)}`;
    const condition = this.dice.one(this.dice.chance(70) ? conditions.filter(isObjectType) : conditions);
    if (kind < 4) return `${this.directed(`... on ${condition}`)} ${this.selection(condition, level)}`;
    const name = this.fragmentName();
    const selection = this.selection(condition, level);
    this.definitions.push(`fragment ${name} on ${condition} ${selection}`);
    this.fragments.push({ name, type: condition, level });
    return this.directed(`...${name}`);
  }

  private fragmentName(): string {
    const odd = this.dice.one(INHERITED_NAMES);
    const isFree = !this.fragmentNames.has(odd);
    const name = isFree && this.dice.chance(20) ? odd : `F${this.fragmentNames.size}`;
    this.fragmentNames.add(name);
    return name;
  }

  private field(type: GraphQLCompositeType, level: number): string {
    if (isUnionType(type)) return "__typename";
    const isDeep = level >= LEVELS;
    const fields = Object.values(type.getFields()).filter(
      (field) => field.name !== "_service" && !(isDeep && isCompositeType(getNamedType(field.type))),
    );
    if (fields.length === 0) return "__typename";
    const field = this.dice.one(fields);
    const asked = { name: field.name, args: this.args(field.args), type: String(field.type) };
    const head = this.names.head(asked, level);
    const key = `${type} ${level}`;
    this.heads.set(key, [...(this.heads.get(key) ?? []), { head, field }]);
    return this.shown(head, field, level);
  }

  /** A field that was asked before, with something else selected of it: the two are merged where they meet. */
  private again(type: GraphQLCompositeType, level: number): string | null {
    const heads = this.heads.get(`${type} ${level}`) ?? [];
    if (heads.length === 0) return null;
    const { head, field } = this.dice.one(heads);
    return this.shown(head, field, level);
  }

  private shown(head: string, field: GraphQLField<unknown, unknown>, level: number): string {
    const type = getNamedType(field.type);
    return this.directed(head) + (isCompositeType(type) ? ` ${this.selection(type, level + 1)}` : "");
  }

  private args(args: readonly GraphQLArgument[]): string {
    const given = args.filter((argument) => isRequiredArgument(argument) || this.dice.chance(30));
    const written = given.map(({ type, name, defaultValue }) => {
      const place = { type, name, hasDefault: defaultValue !== undefined };
      return `${name}: ${this.values.value(place, (inner) => this.variables.for(inner)).literal}`;
    });
    return written.length === 0 ? "" : `(${written.join(", ")})`;
  }

  private directed(selection: string): string {
    if (!this.hasDirectives || !this.dice.chance(30)) return selection;
    const place = { type: new GraphQLNonNull(GraphQLBoolean), name: "if", hasDefault: false };
    const condition = (): string =>
      (this.dice.chance(60) ? this.variables.for(place) : null) ?? this.dice.one(["true", "false"]);
    const kinds = this.dice.one([["skip"], ["include"], ["include", "skip"]]);
    return `${selection} ${kinds.map((kind) => `@${kind}(if: ${condition()})`).join(" ")}`;
  }
}

const overlaps = new WeakMap<GraphQLCompositeType, readonly GraphQLCompositeType[]>();

/** The types on which a fragment may stand inside another: those that it can never be are not allowed. */
function overlapping(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  let found = overlaps.get(type);
  if (found === undefined) {
    const composites = Object.values(schema.getTypeMap()).filter(isCompositeType);
    found = composites.filter((one) => doTypesOverlap(schema, one, type));
    overlaps.set(type, found);
  }
  return found;
}
