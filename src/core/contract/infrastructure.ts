import { type Column, defineTable, optionalNumber, optionalText, type RowOf, text } from "../factors";

/** Rows that say something else than a field of the product; see {@link INFRASTRUCTURE_TABLE}. */
export const RULES_OF_PART = [
  "@when",
  "@counted_by",
  "@each",
  "@times",
  "@scales",
  "@least",
  "@most",
  "@region",
  "@always",
] as const;
export type RuleOfPart = (typeof RULES_OF_PART)[number];

/** A step towards a value: names of attributes, places in lists, and `*` for each element of one. */
export type AttributePath = readonly string[];

/** Where a value is looked for: attributes, each but the last of which names another resource that is gone on from. */
export type ValuePath = readonly AttributePath[];

/** Replacement of a value that matches the pattern, ignoring case and dashes; `*` matches anything. */
export interface Replacement {
  readonly pattern: RegExp;
  readonly to: string;
}

/**
 * How resources of infrastructure as code, such as Terraform's, become resources of the product: `terraform.csv` in its data.
 * A resource is of one part or several, and a row says where a field of a part is found. docs/plugins.md says it in full.
 */
export const INFRASTRUCTURE_TABLE = defineTable("terraform", ["resource", "part", "field"], {
  /** Type of the resource, for example `scaleway_lb`. */
  resource: text(),
  /** What the part is called where a resource has several. */
  part: text(),
  /** A field of the product's specification, or one of {@link RULES_OF_PART}. */
  field: text(),
  /** Attributes in which the value may be, the first that is known wins. */
  from: paths(),
  /** What values mean, `started=yes;*=no`: the first that is alike wins, another value stays as it is. */
  values: replacements(),
  /** What a number is multiplied by. */
  scale: { ...optionalNumber("-"), mayLack: true },
  /** Taken where none of the attributes says anything. */
  default: optionalText(),
  /** What a reader must know: of the default, or of a part that is not there. */
  says: optionalText(),
});
export type InfrastructureRow = RowOf<typeof INFRASTRUCTURE_TABLE>;

/** Why a part of a resource never has a figure, such as an address without hardware of its own; null if it can have one. */
export function alwaysAbsent(ofPart: readonly InfrastructureRow[]): string | null {
  const when = ofPart.find(({ field, from }) => field === "@when" && from.length === 0);
  return when === undefined || when.default === "yes" ? null : when.says;
}

const ATTRIBUTE = /^[a-z_]\w*(\.(\w+|\*))*$/i;
const SEVERAL = /\s*\|\s*/;

function paths(): Column<readonly ValuePath[]> {
  return {
    parse: (cell) =>
      cell === ""
        ? []
        : cell.split(SEVERAL).map((path) => path.split(">").map((attribute) => stepsOf(attribute, cell))),
  };
}

function stepsOf(attribute: string, cell: string): AttributePath {
  if (ATTRIBUTE.test(attribute)) return attribute.split(".");
  throw new Error(`"${cell}" is no list of attributes such as zone|provider.zone or volume_id>size_in_gb`);
}

function replacements(): Column<readonly Replacement[]> {
  return {
    parse: (cell) =>
      cell === ""
        ? []
        : cell.split(";").map((one) => {
            const [pattern, to, ...more] = one.split("=");
            if (pattern && to && more.length === 0) return { pattern: like(pattern), to };
            throw new Error(`"${one}" does not say what a value means, such as started=yes`);
          }),
  };
}

function like(pattern: string): RegExp {
  const letters = pattern
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/[-_]/g, "[-_]")
    .replaceAll("*", ".*");
  return new RegExp(`^${letters}$`, "is");
}
