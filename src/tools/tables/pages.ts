import { errorTable } from "./error-table";
import { productTable } from "./product-table";
import { settingsTable } from "./settings-rows";
import { terraformTypesTable } from "./terraform-types";

/** A table between two marks of a page, generated from the code. */
export interface PrintedTable {
  readonly page: string;
  readonly name: string;
  readonly print: () => string;
}

export const PRINTED_TABLES: readonly PrintedTable[] = [
  { page: "docs/errors.md", name: "errors", print: errorTable },
  { page: "README.md", name: "products", print: productTable },
  { page: "docs/settings.md", name: "settings", print: settingsTable },
  { page: "docs/terraform.md", name: "resource types", print: terraformTypesTable },
];
