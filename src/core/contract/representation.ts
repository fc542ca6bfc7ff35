import { badInput, DomainError } from "../errors";

/**
 * What a gateway sends of an entity that another subgraph owns: its key, and what `@requires` names of it.
 * Values are checked when they are read, so that one bad entity spoils no other.
 */
export class Representation {
  /**
   * @param values as they were sent, of any shape
   * @param path where they stand in their entity, for errors: empty, or ending in a dot
   */
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly path = "",
  ) {}

  /** @throws DomainError BAD_USER_INPUT for what is no text. */
  text(field: string): string {
    const value = this.values[field];
    if (typeof value === "string") return value;
    throw this.wrong(field, "a text");
  }

  /** @throws DomainError BAD_USER_INPUT for what is no number; JSON can write one that is too large to be any. */
  number(field: string): number {
    const value = this.values[field];
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw this.wrong(field, "a number");
  }

  /** @throws DomainError BAD_USER_INPUT for what is no list of objects. */
  list(field: string): Representation[] {
    const value = this.values[field];
    if (Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null)) {
      return value.map((one, index) => new Representation(one, `${this.path}${field}.${index}.`));
    }
    throw this.wrong(field, "a list");
  }

  private wrong(field: string, what: string): DomainError {
    const value = this.values[field];
    const got = typeof value === "number" ? value : typeof value;
    const found = value === undefined || value === null ? "it was not given" : `got ${got}`;
    return badInput(`${this.path}${field}`, `${field} must be ${what}: ${found}.`);
  }
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
