/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type PageCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type PageCatalogueQuery = { products: Array<{ id: string, kind: string, name: string, serviceCategory: string, description: string, fields: Array<{ name: string, role: string, description: string, unit: string | null, required: boolean, default: string | null, minimum: number | null, maximum: number | null, choices: Array<string> | null, choicesOf: string | null, example: string | null }> }>, localities: Array<{ name: string, region: string, country: string, leaves: number }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const PageCatalogueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageCatalogue {
  products {
    id
    kind
    name
    serviceCategory
    description
    fields {
      name
      role
      description
      unit
      required
      default
      minimum
      maximum
      choices
      choicesOf
      example
    }
  }
  localities {
    name
    region
    country
    leaves
  }
}
    `) as unknown as TypedDocumentString<PageCatalogueQuery, PageCatalogueQueryVariables>;