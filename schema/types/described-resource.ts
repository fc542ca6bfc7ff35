import { Resource } from "./resource";

/** What a product says of specifications of it. */
export interface ProductOfResource {
  /** @throws DomainError for a specification that is not sound. */
  check(spec: object): {
    readonly name: string;
    readonly place: { readonly name: string };
    readonly checked: object;
  };
  shown(spec: object): Readonly<Record<string, unknown>>;
  withArguments(spec: object, given: Readonly<Record<string, unknown>>): object;
}

/** Properties of every resource, beside its methods: a product cannot show anything else by one of these names. */
const OWN = ["kind", "spec", "text", "checked", "described", "shown"];

/** A resource of a product that is described: its type is that of the description, with fields of the product's own added. */
export abstract class DescribedResource extends Resource {
  /** Whether something of every resource has the name. */
  static hasOwn(name: string): boolean {
    return OWN.includes(name) || name in DescribedResource.prototype;
  }

  private shown: Readonly<Record<string, unknown>> | undefined;
  /** The same as entries of the catalogue, places and numbers, with what follows from them. */
  readonly checked: object;

  constructor(
    kind: string,
    spec: object,
    private readonly described: ProductOfResource,
  ) {
    const { name, place, checked } = described.check(spec);
    super(kind, spec, { name, place: place.name });
    this.checked = checked;
  }

  /** The values of its fields in canonical form. */
  get written(): Readonly<Record<string, unknown>> {
    this.shown ??= this.described.shown(this.spec);
    return this.shown;
  }

  /** With arguments in the place of its fields. @throws DomainError naming the argument that is not sound. */
  specWith(given: Readonly<Record<string, unknown>>): object {
    return this.described.withArguments(this.spec, given);
  }
}
