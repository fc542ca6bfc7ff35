import { Field, Float, Int, ObjectType } from "type-graphql";
import {
  AllocationRuleEnum,
  Factor,
  type Graph,
  InstanceType,
  instanceTypeOf,
  TheGraph,
} from "../../../schema/types";
import type { RecordsType, ShownField, ValueType } from "../../core/contract";
import type { ResourceReference } from "../../core/footprint";

// biome-ignore lint/suspicious/noExplicitAny: a constructor of any arguments
export type Class<T = object> = new (...args: any[]) => T;

const VALUES = { text: () => String, number: () => Float, whole: () => Int, yesNo: () => Boolean } as const;

/** Enumerations that products share. */
const ENUMS: Readonly<Record<string, object>> = { AllocationRule: AllocationRuleEnum };

/** TypeGraphQL's type of a value. @throws Error for an enumeration that the graph has not */
export function valueType(type: ValueType): () => object {
  if (typeof type === "string") return VALUES[type];
  const known = ENUMS[type.enum];
  if (known === undefined) throw new Error(`no enumeration "${type.enum}"; there are ${Object.keys(ENUMS)}`);
  return () => known;
}

export interface FieldOptions {
  readonly type: () => object;
  readonly description: string;
  readonly nullable?: boolean;
}

/** Adds a field that is read from its object alone. */
export function addProperty<T extends object>(
  cls: Class<T>,
  name: string,
  options: FieldOptions,
  read: (one: T) => unknown,
): void {
  Object.defineProperty(cls.prototype, name, {
    configurable: true,
    get(this: T) {
      return read(this);
    },
  });
  addField(cls, name, options);
}

/** Adds a field for each column of what the object stands for. */
export function addColumns<T extends object>(
  cls: Class<T>,
  columns: Readonly<Record<string, ShownField<never>>>,
  subjectOf: (one: T) => unknown,
): void {
  for (const [name, column] of Object.entries(columns)) {
    const { of, description, isNullable = false } = column as ShownField<unknown>;
    const { type, show, asksGraph } = shapeOf(column);
    const options = { type, description, nullable: isNullable };
    const shown = (one: T, graph: Graph | null): unknown => {
      const value = of(subjectOf(one));
      return value === null ? null : show(value, graph as Graph);
    };
    if (asksGraph) addMethod(cls, name, options, shown);
    else addProperty(cls, name, options, (one) => shown(one, null));
  }
}

/** Adds a field that is read in the graph of a request. */
function addMethod<T extends object>(
  cls: Class<T>,
  name: string,
  options: FieldOptions,
  read: (one: T, graph: Graph) => unknown,
): void {
  Object.defineProperty(cls.prototype, name, {
    configurable: true,
    value(this: T, graph: Graph) {
      return read(this, graph);
    },
  });
  TheGraph()(cls.prototype, name, 0);
  addField(cls, name, options);
}

function addField(cls: Class, name: string, { type, description, nullable = false }: FieldOptions): void {
  const descriptor = Object.getOwnPropertyDescriptor(cls.prototype, name);
  const decorate: MethodDecorator = Field(type as never, { description, nullable });
  decorate(cls.prototype, name, descriptor as PropertyDescriptor);
}

/** How values of a column are shown. */
interface Shape {
  readonly type: () => object;
  readonly show: (value: unknown, graph: Graph) => unknown;
  readonly asksGraph: boolean;
}

function shapeOf({ type }: ShownField<never>): Shape {
  if (typeof type === "object" && "records" in type) return recordsShape(type);
  switch (type) {
    case "texts":
      return asItIs(() => [String]);
    case "factor":
      return {
        type: () => Factor,
        show: (series, graph) => new Factor(graph.factor(series as string)),
        asksGraph: true,
      };
    case "instanceType":
      return { type: () => InstanceType, show: instanceTypeBehind, asksGraph: true };
    default:
      return asItIs(valueType(type));
  }
}

function asItIs(type: () => object): Shape {
  return { type, show: (value) => value, asksGraph: false };
}

function instanceTypeBehind(reference: unknown, graph: Graph): InstanceType {
  const { kind, spec } = reference as ResourceReference;
  return instanceTypeOf(graph.resource(kind, spec));
}

function recordsShape({ records, description, columns }: RecordsType): Shape {
  @ObjectType(records, { description })
  class OneRecord {
    constructor(readonly subject: unknown) {}
  }
  addColumns(OneRecord, columns, ({ subject }) => subject);
  return {
    type: () => [OneRecord],
    show: (values) => Array.from(values as Iterable<unknown>, (one) => new OneRecord(one)),
    asksGraph: false,
  };
}
