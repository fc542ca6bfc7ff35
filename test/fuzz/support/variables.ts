import { type GraphQLInputType, isNonNullType } from "graphql";
import type { Dice } from "./dice";
import type { InputValues, Place } from "./input-values";
import { ODD_NAMES } from "./names";

interface Variable {
  readonly name: string;
  readonly definition: string;
  /** JSON, or null for one that is not sent. */
  readonly sent: string | null;
  readonly place: Place;
}

const MOST = 6;

/** Declares variables wherever they may stand, by all types that are allowed there, and sends right and wrong values. */
export class Variables {
  private readonly all: Variable[] = [];

  constructor(
    private readonly dice: Dice,
    private readonly values: InputValues,
  ) {}

  /** The definitions, as an operation has them; empty where there are none. */
  get definitions(): string {
    return this.all.length === 0 ? "" : `(${this.all.map(({ definition }) => definition).join(", ")})`;
  }

  get sent(): Record<string, unknown> {
    const sent = this.all.filter(({ sent }) => sent !== null);
    return JSON.parse(`{${sent.map(({ name, sent }) => `${JSON.stringify(name)}:${sent}`).join()}}`);
  }

  for(place: Place): string | null {
    if (!this.dice.chance(12)) return null;
    const known = this.all.filter((one) => isSame(one.place, place));
    if (known.length > 0 && this.dice.chance(50)) return `$${this.dice.one(known).name}`;
    if (this.all.length >= MOST) return null;
    const variable = this.declare(place);
    this.all.push(variable);
    return `$${variable.name}`;
  }

  private declare(place: Place): Variable {
    const { type, isMember = false } = place;
    const present = isNonNullType(type) ? type.ofType : type;
    const isStrict = isNonNullType(type) || isMember;
    const byDefault = (): string => this.written(place).literal;
    const [form, mayBeNull, mayBeMissing] = this.dice.one<readonly [string, boolean, boolean]>([
      [`${present}!`, false, false],
      ...(isMember
        ? []
        : [[`${present} = ${byDefault()}`, !isStrict || this.dice.chance(30), true] as const]),
      ...(isStrict ? [] : [[`${present}`, true, true] as const]),
      ...(isStrict ? [] : [[`${present} = null`, true, true] as const]),
      ...(isStrict && place.hasDefault ? [[`${present}`, this.dice.chance(30), true] as const] : []),
      [`${present}! = ${byDefault()}`, false, true],
    ]);
    const odd = this.dice.one(ODD_NAMES);
    const isFree = this.all.every(({ name }) => name !== odd);
    const name = isFree && this.dice.chance(40) ? odd : `v${this.all.length}`;
    return { name, definition: `$${name}: ${form}`, sent: this.send(place, mayBeNull, mayBeMissing), place };
  }

  private send(place: Place, mayBeNull: boolean, mayBeMissing: boolean): string | null {
    if (this.dice.chance(3)) return this.dice.one([null, "null", this.values.wrong()]);
    if (mayBeMissing && this.dice.chance(30)) return null;
    if (mayBeNull && this.dice.chance(20)) return "null";
    return this.written(place).json;
  }

  /** Of the type, without null and variables. */
  private written(place: Place): { readonly literal: string; readonly json: string | null } {
    return this.values.value({ ...place, type: presentType(place.type), isMember: true }, () => null);
  }
}

function presentType(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}

/** Whether what is declared for one place may stand at another. */
function isSame(a: Place, b: Place): boolean {
  const member = (place: Place): boolean => place.isMember ?? false;
  return (
    a.name === b.name &&
    String(a.type) === String(b.type) &&
    a.hasDefault === b.hasDefault &&
    member(a) === member(b)
  );
}
