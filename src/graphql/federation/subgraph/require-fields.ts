import {
  type ConstDirectiveNode,
  type DocumentNode,
  FieldsOnCorrectTypeRule,
  type GraphQLSchema,
  Kind,
  parse,
  ScalarLeafsRule,
  validate,
} from "graphql";

const NAMING = new Set(["key", "requires"]);

/**
 * Fields that keys and `@requires` name must be there: who composes the subgraph would find out later.
 *
 * @throws Error listing all that are missing
 */
export function requireNamedFields(schema: GraphQLSchema, { definitions }: DocumentNode): void {
  const fragments = definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const selections = [type, ...(type.fields ?? [])].flatMap(({ directives = [] }) =>
      directives.flatMap(selectionIn),
    );
    return selections.map((selection) => `fragment F on ${type.name.value} { ${selection} }`);
  });
  if (fragments.length === 0) return;
  const rules = [FieldsOnCorrectTypeRule, ScalarLeafsRule];
  const faults = validate(schema, parse(fragments.join("\n")), rules);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join(" "));
}

function selectionIn({ name, arguments: given = [] }: ConstDirectiveNode): string[] {
  if (!NAMING.has(name.value)) return [];
  return given.flatMap((one) =>
    one.name.value === "fields" && one.value.kind === Kind.STRING ? [one.value.value] : [],
  );
}
