import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
} from "graphql";
import { type DeclaredCosts, type EntityCost, isList, isPeriod } from "../schema";
import type { RequestedWork } from "./requested-work";
import { spansOf } from "./vintage-spans";

/** Adds the work that a value causes. The value is as the client sent it, and may have any shape: it is checked later. */
interface InputCounter {
  (value: unknown, spans: number | null, into: RequestedWork): void;
  /** The work is the same, whatever the value. */
  isFixed?: boolean;
}

/** Reads from inputs what they ask to be computed, by functions that are made once for each type. */
export class InputCounters {
  private readonly counters = new Map<GraphQLNamedType, InputCounter | null>();

  constructor(private readonly declared: DeclaredCosts) {}

  /** Null for an argument that causes no computation. */
  counterOf({ type }: Pick<GraphQLArgument, "type">): InputCounter | null {
    return this.ofValue(type);
  }

  private ofValue(type: GraphQLInputType): InputCounter | null {
    const named = getNamedType(type);
    const inside = this.ofNamed(named);
    if (!isList(type)) return inside;
    if (inside === null && !isInputObjectType(named)) return null;
    return (value, spans, into) => {
      const elements = Array.isArray(value) ? value : [value];
      into.objects += elements.length;
      if (inside === null) return;
      for (const element of elements) if (element != null) inside(element, spans, into);
    };
  }

  private ofNamed(type: GraphQLNamedType): InputCounter | null {
    if (type.name === "_Any") return (value, spans, into) => this.addEntity(value, spans, into);
    if (!isInputObjectType(type) || isPeriod(type)) return null;
    const known = this.counters.get(type);
    if (known !== undefined) return known;
    // Inputs that hold themselves are looked into one level deep: this schema has none.
    this.counters.set(type, null);
    const counter = this.ofObject(type);
    this.counters.set(type, counter);
    return counter;
  }

  private ofObject(type: GraphQLNamedType): InputCounter | null {
    if (!isInputObjectType(type)) return null;
    const own = this.declared.inputs.get(type.name);
    const { borders } = this.declared;
    const fields = Object.values(type.getFields());
    const period = fields.find((field) => isPeriod(field.type))?.name;
    const inner = fields.flatMap(({ name, type: of }) => {
      const add = this.ofValue(of);
      return add === null ? [] : [{ name, add }];
    });
    if (own === undefined && inner.length === 0) return null;
    const counter: InputCounter = (value, outer, into) => {
      const given = asObject(value);
      const dated = period === undefined ? null : given[period];
      const spans = dated == null ? outer : spansOf(dated, borders);
      if (own !== undefined) into.add(own, spans, given);
      for (const { name, add } of inner) {
        const one = given[name];
        if (one != null) add(one, spans, into);
      }
    };
    counter.isFixed = inner.length === 0 && period === undefined;
    return counter;
  }

  private addEntity(value: unknown, spans: number | null, into: RequestedWork): void {
    const given = asObject(value);
    const cost =
      typeof given.__typename === "string" ? this.declared.entities.get(given.__typename) : undefined;
    if (cost !== undefined) addRepresentation(given, cost, spans, into);
  }
}

function addRepresentation(
  given: Readonly<Record<string, unknown>>,
  { own, eachListed, listed }: EntityCost,
  spans: number | null,
  into: RequestedWork,
): void {
  into.add(own, spans, given);
  if (eachListed === null && listed === null) return;
  for (const [field, all] of Object.entries(given)) {
    const cost = listed?.get(field) ?? eachListed;
    if (!Array.isArray(all) || cost === null) continue;
    into.objects += all.length;
    for (const one of all) into.add(cost, spans, asObject(one));
  }
}

const NO_OBJECT: Readonly<Record<string, unknown>> = {};

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : NO_OBJECT;
}
