import { join } from "node:path";
import { suggest } from "../../core/errors";
import {
  type DataFolder,
  DataReader,
  defineTable,
  oneOf,
  optionalText,
  type RowOf,
  text,
} from "../../core/factors";
import type { TerraformResource } from "../document";
import type { Lacking } from "./line";

const RESOURCE_TYPES = defineTable("resource-types", ["resource"], {
  resource: text(),
  /** Name of the product in the operator's words. */
  product: text(),
  /** What is true of it where no product of the composition has rules for it. */
  status: oneOf(["no-footprint", "counted-elsewhere", "not-covered"]),
  says: optionalText(),
});
const PROVIDER_DEFAULTS = defineTable("provider-defaults", ["provider", "attribute"], {
  /** First word of the types of its resources. */
  provider: text(),
  attribute: text(),
  value: text(),
  says: text(),
});

export type ResourceTypeRow = RowOf<typeof RESOURCE_TYPES>;
export type ProviderDefaultRow = RowOf<typeof PROVIDER_DEFAULTS>;

/** What is known of types of resources beside the rules of products. */
export interface ResourceTypes {
  readonly types: ReadonlyMap<string, ResourceTypeRow>;
  readonly defaults: ReadonlyMap<string, ProviderDefaultRow>;
}

/** @throws DataError for data that are not sound */
export function loadResourceTypes(): ResourceTypes {
  const reader = new DataReader(null);
  const folder: DataFolder = { owner: "terraform", path: join(__dirname, "..", "data") };
  const types = reader.table(folder, RESOURCE_TYPES);
  const defaults = [...reader.table(folder, PROVIDER_DEFAULTS).values()];
  reader.finish();
  return { types, defaults: new Map(defaults.map((row) => [`${row.provider} ${row.attribute}`, row])) };
}

/** The default of the provider of a resource; undefined for one of which none is known. */
export function defaultFor(
  { defaults }: ResourceTypes,
  { type }: Pick<TerraformResource, "type">,
  attribute: string,
): ProviderDefaultRow | undefined {
  return defaults.get(`${providerWordOf(type)} ${attribute}`);
}

/** What is said of a resource that no rule of a product is for. */
export function withoutRules(
  { types, defaults }: ResourceTypes,
  { type, provider }: { readonly type: string; readonly provider: string },
): Omit<Lacking, "part"> {
  const row = types.get(type);
  if (row !== undefined) {
    const reasons = {
      "no-footprint": "NO_FOOTPRINT",
      "counted-elsewhere": "COUNTED_ELSEWHERE",
      "not-covered": "NOT_COVERED",
    } as const;
    const messages = {
      "no-footprint": `${row.product}: no footprint of its own.`,
      "counted-elsewhere": "It is counted with another resource.",
      "not-covered": `${row.product}: not covered yet.`,
    };
    return { reason: reasons[row.status], message: row.says ?? messages[row.status], suggestions: [] };
  }
  const isKnownProvider = [...defaults.values()].some((one) => one.provider === providerWordOf(type));
  if (isKnownProvider) {
    const suggestions = suggest(type, types.keys());
    return { reason: "UNKNOWN_TYPE", message: `No type of resource ${type} is known.`, suggestions };
  }
  const name = provider.split("/").at(-1) || providerWordOf(type);
  return {
    reason: "OTHER_PROVIDER",
    message: `Provider ${name}: not covered here.`,
    suggestions: [],
  };
}

function providerWordOf(type: string): string {
  return type.split("_", 1)[0] as string;
}
