/** What a product calls its offers: the catalogue's name of one, however it is written; null where it has none. */
export type NameOf = (name: string) => string | null;

/** Names of offers across products: a composed product shows those of its parts as they do. */
export class ProductNames {
  private readonly byKind = new Map<string, NameOf>();

  /** @param kind of the product, for example `instance` */
  register(kind: string, nameOf: NameOf): void {
    this.byKind.set(kind, nameOf);
  }

  /** The name as it was given where the product does not know it, or is not composed: its own lookup then gives the error. */
  of(kind: string, name: string): string {
    return this.byKind.get(kind)?.(name) ?? name;
  }
}
