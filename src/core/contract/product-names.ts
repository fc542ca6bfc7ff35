import type { DescribedField, FieldRole } from "./description";

/** What a product calls its offers: the catalogue's name of one, however it is written; null where it has none. */
export type NameOf = (name: string) => string | null;

/** The fields of a product that others ask it by, by their roles. */
export interface FieldsByRole {
  readonly offer: string;
  readonly zone?: string;
  readonly region?: string;
  readonly amount?: string;
  /** Whether the amount must be said: it has no default. */
  readonly needsAmount: boolean;
}

/** Names of offers across products: a composed product shows those of its parts as they do, and fills in their fields. */
export class ProductNames {
  private readonly byKind = new Map<string, NameOf>();
  private readonly roles = new Map<string, FieldsByRole>();
  private readonly fields = new Map<string, readonly string[]>();
  private readonly offers = new Map<string, () => Iterable<string>>();

  /** @param kind of the product, for example `instance` */
  register(kind: string, nameOf: NameOf): void {
    this.byKind.set(kind, nameOf);
  }

  /** @param names of its offers, for suggestions */
  registerOffers(kind: string, names: () => Iterable<string>): void {
    this.offers.set(kind, names);
  }

  /** @param fields of the product's specification */
  registerFields(kind: string, fields: Readonly<Record<string, DescribedField>>): void {
    const required = Object.entries(fields).filter(([, { isOptional }]) => !isOptional);
    const of = (role: FieldRole): string | undefined => required.find(([, one]) => one.role === role)?.[0];
    const [offer, zone, region, amount] = [of("OFFER"), of("ZONE"), of("REGION"), of("AMOUNT")];
    if (offer === undefined) return;
    this.fields.set(kind, Object.keys(fields));
    this.roles.set(kind, {
      offer,
      ...(zone === undefined ? {} : { zone }),
      ...(region === undefined ? {} : { region }),
      ...(amount === undefined ? {} : { amount }),
      needsAmount: amount !== undefined && fields[amount]?.default === undefined,
    });
  }

  /** The name as it was given where the product does not know it, or is not composed: its own lookup then gives the error. */
  of(kind: string, name: string): string {
    return this.byKind.get(kind)?.(name) ?? name;
  }

  /** Whether the product is known to have no such offer. */
  lacks(kind: string, name: string): boolean {
    return this.byKind.get(kind)?.(name) === null;
  }

  /** Names of its offers; none for a product that does not list them. */
  offersOf(kind: string): Iterable<string> {
    return this.offers.get(kind)?.() ?? [];
  }

  /** Those that say their fields. */
  get kinds(): Iterable<string> {
    return this.roles.keys();
  }

  /** Names of its fields; none for a product that is not composed, or does not say them. */
  fieldsOf(kind: string): readonly string[] {
    return this.fields.get(kind) ?? [];
  }

  /** Null for a product that is not composed, or does not say its fields. */
  rolesOf(kind: string): FieldsByRole | null {
    return this.roles.get(kind) ?? null;
  }
}
