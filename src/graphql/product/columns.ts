import { Field, Float, Int, ObjectType } from "type-graphql";
import {
  AllocationRuleEnum,
  CurrentSession,
  Factor,
  InstanceType,
  instanceTypeOf,
  LanguageModel,
  ServingLoadEnum,
  TokenTypeEnum,
} from "../../../schema/types";
import type { RecordsType, ReferredResource, SharedType, ShownField, ValueType } from "../../core/contract";
import { DomainError } from "../../core/errors";
import type { Class } from "../../core/helpers";
import type { Session } from "../../estimates";

const VALUES = { text: () => String, number: () => Float, whole: () => Int, yesNo: () => Boolean } as const;

/** Enumerations that products share. */
const ENUMS: Readonly<Record<string, object>> = {
  AllocationRule: AllocationRuleEnum,
  ServingLoad: ServingLoadEnum,
  TokenType: TokenTypeEnum,
};

/** Types that products share. */
const SHARED: Readonly<Record<SharedType["shared"], Class>> = { InstanceType, LanguageModel };

export function sharedType({ shared }: SharedType): Class {
  return SHARED[shared];
}

/** TypeGraphQL's type of a value. @throws Error for an enumeration that the graph has not */
export function valueType(type: ValueType): () => object {
  if (typeof type === "string") return VALUES[type];
  const known = ENUMS[type.enum];
  if (known === undefined)
    throw new Error(`no enumeration "${type.enum}"; there are ${Object.keys(ENUMS).join(", ")}`);
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

/** Adds a field for each column of the object. */
export function addColumns<T extends object>(
  cls: Class<T>,
  columns: Readonly<Record<string, ShownField<never>>>,
  subjectOf: (one: T) => unknown,
): void {
  for (const [name, column] of Object.entries(columns)) {
    const { of, description, isNullable = false } = column as ShownField<unknown>;
    const { type, show, asksSession } = shapeOf(column);
    const options = { type, description, nullable: isNullable };
    const shown = (one: T, session: Session | null): unknown => {
      const value = of(subjectOf(one));
      return value === null ? null : show(value, session as Session);
    };
    if (asksSession) addMethod(cls, name, options, shown);
    else addProperty(cls, name, options, (one) => shown(one, null));
  }
}

/** Adds a field that is read in the session of a request. */
function addMethod<T extends object>(
  cls: Class<T>,
  name: string,
  options: FieldOptions,
  read: (one: T, session: Session) => unknown,
): void {
  Object.defineProperty(cls.prototype, name, {
    configurable: true,
    value(this: T, session: Session) {
      return read(this, session);
    },
  });
  CurrentSession()(cls.prototype, name, 0);
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
  readonly show: (value: unknown, session: Session) => unknown;
  readonly asksSession: boolean;
}

function shapeOf({ type }: ShownField<never>): Shape {
  if (typeof type === "object" && "records" in type) return recordsShape(type);
  if (typeof type === "object" && "shared" in type) {
    const Shared = sharedType(type);
    return { type: () => Shared, show: (value) => new Shared(value), asksSession: false };
  }
  switch (type) {
    case "texts":
      return asItIs(() => [String]);
    case "factor":
      return {
        type: () => Factor,
        show: (series, session) => new Factor(session.factor(series as string)),
        asksSession: true,
      };
    case "instanceType":
      return { type: () => InstanceType, show: instanceTypeBehind, asksSession: true };
    default:
      return asItIs(valueType(type));
  }
}

function asItIs(type: () => object): Shape {
  return { type, show: (value) => value, asksSession: false };
}

function instanceTypeBehind(reference: unknown, session: Session): InstanceType {
  const { kind, spec, fields = {} } = reference as ReferredResource;
  try {
    return instanceTypeOf(session.resource(kind, spec));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const field = fields[(error.details.field ?? "").replace(/^input\./, "")];
    throw field === undefined ? error : error.at(`input.${field}`);
  }
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
    asksSession: false,
  };
}
