import { badInput, DomainError, suggest } from "../errors";

/**
 * What a gateway sends of an entity that another subgraph owns: its key, and what `@requires` names of it.
 * Values are checked when they are read, so that one bad entity does not affect the others.
 */
export class Representation {
  /** Fields that were read, with what was read of lists and objects in them. */
  private readonly read = new Map<string, readonly Representation[]>();

  /**
   * @param values as they were sent, of any shape
   * @param path their path in the entity, for errors: empty, or ending in a dot
   */
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly path = "",
  ) {}

  /** The identifier; many keep theirs as numbers. @throws DomainError BAD_USER_INPUT for what is neither text nor whole number. */
  id(field = "id"): string {
    const value = this.value(field);
    if (typeof value === "string") return value;
    if (Number.isSafeInteger(value)) return String(value);
    throw this.wrong(field, "a text or a whole number");
  }

  /** @throws DomainError BAD_USER_INPUT for what is no text. */
  text(field: string): string {
    const value = this.value(field);
    if (typeof value === "string") return value;
    throw this.wrong(field, "a text");
  }

  /** @throws DomainError BAD_USER_INPUT for what is no number; JSON can write one that is too large to be any. */
  number(field: string): number {
    const value = this.value(field);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw this.wrong(field, "a number");
  }

  /** What an owner may not know: undefined where it was not given. @throws DomainError BAD_USER_INPUT for what is no text. */
  optionalText(field: string): string | undefined {
    return this.isGiven(field) ? this.text(field) : undefined;
  }

  /** @throws DomainError BAD_USER_INPUT for what is no number. */
  optionalNumber(field: string): number | undefined {
    return this.isGiven(field) ? this.number(field) : undefined;
  }

  /** Identifier of another entity, which is given as such or as text. @throws DomainError BAD_USER_INPUT for what is neither. */
  optionalReference(field: string): string | undefined {
    if (!this.isGiven(field)) return undefined;
    const value = this.value(field);
    if (typeof value !== "object") return this.id(field);
    if (value === null || Array.isArray(value)) throw this.wrong(field, "a text or an object with an id");
    const referred = new Representation(value as Record<string, unknown>, `${this.path}${field}.`);
    this.read.set(field, [referred]);
    return referred.id();
  }

  /** @throws DomainError BAD_USER_INPUT for what is no list of objects. */
  list(field: string): Representation[] {
    const value = this.value(field);
    if (!Array.isArray(value)) throw this.wrong(field, "a list");
    const all = value.map((one: unknown, index) => {
      if (typeof one !== "object" || one === null || Array.isArray(one)) {
        throw wrongValue(one, `${this.path}${field}.${index}`, `${field}.${index}`, "an object");
      }
      return new Representation(one as Record<string, unknown>, `${this.path}${field}.${index}.`);
    });
    this.read.set(field, all);
    return all;
  }

  /**
   * To call when everything was read. A value that its owner sends and that is not used would be missing from the answer in silence.
   * @throws DomainError BAD_USER_INPUT for a value of which nothing was read.
   */
  refuseOthers(): void {
    this.refuseOtherFields();
    for (const parts of this.read.values()) for (const part of parts) part.refuseOthers();
  }

  /** The same for its own fields alone: what is in its lists is read by others. */
  refuseOtherFields(): void {
    for (const [field, value] of Object.entries(this.values)) {
      if (IDENTITY.has(field) || this.read.has(field) || value === undefined || value === null) continue;
      const known = [...this.read.keys()];
      throw new DomainError(
        "BAD_USER_INPUT",
        `Nothing is computed from ${shown(field)}, but from ${known.join(", ")}.`,
        { field: `${this.path}${field}`, suggestions: suggest(field, known) },
      );
    }
  }

  private isGiven(field: string): boolean {
    const value = this.value(field);
    return value !== undefined && value !== null;
  }

  private value(field: string): unknown {
    if (!this.read.has(field)) this.read.set(field, []);
    return this.values[field];
  }

  private wrong(field: string, what: string): DomainError {
    return wrongValue(this.values[field], `${this.path}${field}`, field, what);
  }
}

function wrongValue(value: unknown, path: string, field: string, what: string): DomainError {
  const kind = Array.isArray(value) ? "list" : typeof value;
  const found =
    value === undefined || value === null ? "it was not given" : `got ${kind === "number" ? value : kind}`;
  return badInput(path, `${field} must be ${what}: ${found}.`);
}

/** What says which entity it is, and nothing of what it is. */
const IDENTITY: ReadonlySet<string> = new Set(["__typename", "id"]);
/** A name of the client's own is shown no longer than this. */
const LONGEST_SHOWN = 64;

function shown(field: string): string {
  return JSON.stringify(field.slice(0, LONGEST_SHOWN));
}

/** Reads a specification, and refuses what it did not read. */
export function fullyRead<Spec>(read: (given: Representation) => Spec): (given: Representation) => Spec {
  return (given) => {
    const spec = read(given);
    given.refuseOthers();
    return spec;
  };
}

/** Says of an error of a product's specification which field of the entity is at fault: mostly the one of the same name. */
export async function asEntityError<T>(
  ask: () => Promise<T>,
  renamed: Readonly<Record<string, string>> = {},
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.field === undefined) throw error;
    const name = error.details.field.replace(/^input\./, "");
    throw error.at(renamed[name] ?? name);
  }
}
