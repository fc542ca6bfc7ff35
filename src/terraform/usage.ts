import { badInput, didYouMean, shorten, suggest } from "../core/errors";
import { getOrInsert, isRecord } from "../core/helpers";
import type { TerraformResource } from "./document";

/** What is said of a resource beside the document. */
export interface UsageOfResource {
  /** Fields of its product, by name. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** How long it runs in the period [h]. */
  readonly hours: number | null;
  /** How many there are, on average. */
  readonly count: number | null;
}

const NONE: UsageOfResource = { fields: {}, hours: null, count: null };

interface Entry {
  readonly name: string;
  readonly pattern: RegExp;
  readonly said: UsageOfResource;
}

/** What a usage file says: by address, with `*` for anything, or by type. What is nearer to the resource wins. */
export class Usage {
  static readonly NONE = new Usage([]);
  /** Fields that the resources of an entry have, by its name. */
  private readonly used = new Map<string, Set<string>>();

  private constructor(private readonly entries: readonly Entry[]) {}

  /** @throws DomainError BAD_USER_INPUT for what is no usage, naming the member */
  static from(json: unknown): Usage {
    if (!isRecord(json))
      throw badInput(
        "usage",
        "A usage file is an object: addresses or types of resources, and what they use.",
      );
    const { resources = json } = json as { resources?: unknown };
    if (!isRecord(resources))
      throw badInput("usage.resources", "resources must be an object by address or type.");
    return new Usage(
      Object.entries(resources).map(([name, said]) => ({
        name,
        pattern: patternOf(name),
        said: usageIn(name, said),
      })),
    );
  }

  /** @param fields that the products of the resource have */
  of(
    { address, type }: Pick<TerraformResource, "address" | "type">,
    fields: Iterable<string>,
  ): UsageOfResource {
    const fitting = this.entries.filter(({ name, pattern }) => name === type || pattern.test(address));
    if (fitting.length === 0) return NONE;
    for (const { name } of fitting) {
      const used = getOrInsert(this.used, name, () => new Set());
      for (const field of fields) used.add(field);
    }
    const ordered = fitting.sort((one, other) => rankOf(one, address) - rankOf(other, address));
    return ordered.reduce<UsageOfResource>(
      (sum, { said }) => ({
        fields: { ...sum.fields, ...said.fields },
        hours: said.hours ?? sum.hours,
        count: said.count ?? sum.count,
      }),
      NONE,
    );
  }

  /** What nobody has asked for, which is most likely misspelt. */
  get unused(): string[] {
    return this.entries.flatMap(({ name, said }) => {
      const used = this.used.get(name);
      if (used === undefined) return [`No resource is "${shorten(name)}", of which the usage file speaks.`];
      const strays = Object.keys(said.fields).filter((field) => !used.has(field));
      return strays.map(
        (field) =>
          `"${shorten(field)}" of ${shorten(name)} is no field of its product.${didYouMean(suggest(field, used))}`,
      );
    });
  }
}

/** A type says least of a resource, its own address most. */
function rankOf({ name }: Entry, address: string): number {
  if (name === address) return 2;
  return name.includes(".") ? 1 : 0;
}

function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`, "s");
}

function usageIn(name: string, said: unknown): UsageOfResource {
  const at = `usage.${name}`;
  if (!isRecord(said)) throw badInput(at, `${name} must be an object, such as { "hours": 200 }.`);
  const { hours = null, count = null, ...fields } = said;
  return { fields, hours: amountOf(hours, `${at}.hours`), count: amountOf(count, `${at}.count`) };
}

function amountOf(value: unknown, field: string): number | null {
  if (value === null) return null;
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  throw badInput(field, `${field.split(".").at(-1)} must be a number, 0 or more.`);
}
