import { join } from "node:path";
import {
  type GraphQLFormattedError,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { DataReader, defineTable, list, optionalText, text } from "../../core/factors";

/** Names of fields that others give the same thing, with ours; which of them is meant depends on the type. */
const HINTS = defineTable("field-hints", ["written"], {
  written: text(),
  names: list(),
  /** What else to know. */
  says: optionalText(),
});

type Hint = { readonly names: readonly string[]; readonly says: string | null };

/** What the GraphQL library says of a name that is not there; two parts of a field's own arguments. */
const UNKNOWN_NAMES: readonly RegExp[] = [
  /Cannot query field "(?<name>\w+)" on type "(?<type>\w+)"\./,
  /Field "(?<name>\w+)" is not defined by type "(?<type>\w+)"\./,
  /Unknown argument "(?<name>\w+)" on field "(?<type>\w+)\.(?<field>\w+)"\./,
];

/** Adds what may be meant to errors of names that do not exist: `kgCO2e` is kgCo2Equivalent. */
export class FieldHints {
  private readonly hints: ReadonlyMap<string, Hint>;

  constructor(private readonly schema: GraphQLSchema) {
    const reader = new DataReader(null);
    const rows = reader.table({ owner: "graphql", path: join(__dirname, "data") }, HINTS);
    reader.finish();
    this.hints = new Map([...rows.values()].map((row) => [folded(row.written), row]));
  }

  /** The same error, with a hint where there is one: names that look alike mislead where the word is known. */
  addTo(error: GraphQLFormattedError): GraphQLFormattedError {
    for (const pattern of UNKNOWN_NAMES) {
      const { name, type, field } = pattern.exec(error.message)?.groups ?? {};
      if (name === undefined || type === undefined) continue;
      const hint = this.hints.get(folded(name));
      const known = this.namesOf(type, field);
      const meant = hint?.names.filter((one) => known.includes(one)) ?? [];
      if (hint === undefined || meant.length === 0) return error;
      const message = error.message.replace(/ ?Did you mean .+\?$/s, "");
      const says = hint.says === null ? "" : ` ${hint.says}`;
      return {
        ...error,
        message: `${message} Did you mean ${meant.map((one) => `"${one}"`).join(" or ")}?${says}`,
        extensions: { ...error.extensions, suggestions: meant },
      };
    }
    return error;
  }

  /** Fields of a type or, where one is named, arguments of that field. */
  private namesOf(typeName: string, field: string | undefined): readonly string[] {
    const type = this.schema.getType(typeName);
    if (isInputObjectType(type)) return Object.keys(type.getFields());
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = type.getFields();
    return field === undefined ? Object.keys(fields) : (fields[field]?.args.map(({ name }) => name) ?? []);
  }
}

function folded(name: string): string {
  return name.replace(/_/g, "").toLowerCase();
}
