import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  print,
} from "graphql";

export type Input = GraphQLArgument | GraphQLInputField;

interface Documented {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** A type as GraphQL writes it, the name a link; brackets are escaped, as Markdown would read them as a link. */
export function typeLink(type: GraphQLType): string {
  if (isNonNullType(type)) return `${typeLink(type.ofType)}!`;
  if (isListType(type)) return `\\[${typeLink(type.ofType)}\\]`;
  return isSpecifiedScalarType(type) ? type.name : `[${type.name}](#${anchorOf(type.name)})`;
}

/** As GitHub names the anchor of a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replace(/ /g, "-");
}

export function defaultOf({ defaultValue, type }: Input, before = ""): string {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return node ? `${before}\`${print(node)}\`` : "";
}

export function textOf({ description, deprecationReason }: Documented): string {
  const text = (description ?? "")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/<(?=[a-z/!])/gi, "&lt;");
  return deprecationReason == null ? text : `**Deprecated.** ${deprecationReason} ${text}`.trim();
}

export function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replace(/\|/g, "\\|");
}
