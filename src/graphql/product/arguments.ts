import { Arg, Field } from "type-graphql";
import {
  Alternative,
  alternativesTo,
  CurrentSession,
  type DescribedResource,
  During,
  Footprint,
  type PeriodInput,
} from "../../../schema/types";
import type { ArgumentText, DescribedField, ProductDescription } from "../../core/contract";
import { type Class, then } from "../../core/helpers";
import type { Session } from "../../estimates";
import { type FieldOptions, valueType } from "./columns";

/** A field of a specification that a footprint takes as an argument too. */
interface FieldArgument {
  readonly name: string;
  readonly field: DescribedField;
  readonly description: string;
}

/** Arguments of footprints of resources, or of entities, besides the period. */
export function argumentsOf(
  fields: Readonly<Record<string, DescribedField>>,
  of: keyof ArgumentText,
): readonly FieldArgument[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const description = field.argument?.[of];
    return description === undefined ? [] : [{ name, field, description }];
  });
}

/** Adds them to a method, behind the session and the period. */
export function addArguments(cls: Class, method: string, all: readonly FieldArgument[]): void {
  for (const [index, { name, field, description }] of all.entries()) {
    Arg(name, valueType(field.type) as never, { nullable: true, description })(
      cls.prototype,
      method,
      BEHIND + index,
    );
  }
}
const BEHIND = 2;

/** Values of the arguments by name, in the order in which a method is given them. */
export function valuesByName(
  all: readonly FieldArgument[],
  values: readonly unknown[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(all.map(({ name }, index) => [name, values[index]]));
}

/** Lets footprint and alternatives of a resource take what the fields say besides. */
export function takeArguments(cls: Class<DescribedResource>, { fields, resource }: ProductDescription): void {
  const all = argumentsOf(fields, "resource");
  if (all.length === 0) return;
  const specOf = (one: DescribedResource, values: readonly unknown[]): object =>
    values.every((value) => value == null) ? one.spec : one.specWith(valuesByName(all, values));
  override(cls, "footprint", all, {
    type: () => Footprint,
    description: "Its footprint in a period.",
    read: (one, values, session, during) =>
      then(
        session.eventualFootprint(one.kind, specOf(one, values), during),
        (figure) => new Footprint(figure),
      ),
  });
  override(cls, "alternatives", all, {
    type: () => [Alternative],
    nullable: true,
    description: resource.alternatives ?? "The same in every other place where it may exist.",
    read: (one, values, session, during) => alternativesTo(one, specOf(one, values), session, during),
  });
}

interface Override extends FieldOptions {
  readonly read: (
    one: DescribedResource,
    values: readonly unknown[],
    session: Session,
    during: PeriodInput | null | undefined,
  ) => unknown;
}

function override(
  cls: Class<DescribedResource>,
  name: "footprint" | "alternatives",
  all: readonly FieldArgument[],
  { type, description, nullable = false, read }: Override,
): void {
  const method = function (
    this: DescribedResource,
    session: Session,
    during: PeriodInput | null | undefined,
    ...values: unknown[]
  ): unknown {
    return read(this, values, session, during);
  };
  const { prototype } = cls;
  Object.defineProperty(prototype, name, { configurable: true, value: method });
  // What the compiler says of a method that is written in a class.
  const types = Array.from({ length: BEHIND + all.length }, () => Object);
  Reflect.defineMetadata("design:paramtypes", types, prototype, name);
  CurrentSession()(prototype, name, 0);
  During()(prototype, name, 1);
  addArguments(cls, name, all);
  const decorate: MethodDecorator = Field(type as never, { description, nullable });
  decorate(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor);
}
