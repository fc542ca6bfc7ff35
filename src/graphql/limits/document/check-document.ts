import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  NoFragmentCyclesRule,
  type OperationDefinitionNode,
  type SelectionSetNode,
  validate,
} from "graphql";
import { compileCost } from "../cost";
import { fragmentsOf, inOrder, spreadNames } from "../fragments";
import { exceeding, type LimitError } from "../limit-error";
import type { Limits } from "../settings";
import { mergesIn } from "./field-merges";
import { NO_SIZE, type SelectionSize, sizeOfSelection, sizesOfFragments } from "./selection-size";

/**
 * Everything of a document that is over a limit whatever its variables. It comes before the rules of graphql-js, some
 * of which take the square of what they are given: what passes here is small enough for them. Takes time in proportion to
 * the document, however its fragments multiply. The text was let through by `checkText`.
 */
export function checkDocument(
  document: DocumentNode,
  schema: GraphQLSchema,
  limits: Limits,
): readonly GraphQLError[] {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const isFragment = ({ kind }: { kind: Kind }): boolean => kind === Kind.FRAGMENT_DEFINITION;
  const many = [
    ...exceeding("operations", operations.length, limits),
    ...exceeding("fragments", document.definitions.filter(isFragment).length, limits),
  ];
  if (many.length > 0) return many;
  const ordered = inOrder(fragments);
  // Nothing can be counted in a circle, and the other rules would only repeat what is wrong.
  if (ordered === null) return validate(schema, document, [NoFragmentCyclesRule]);
  const roots = [...operations, ...unspread(ordered, [...operations, ...ordered])];
  const errors = errorsOfSize(together(roots, sizesOfFragments(ordered)), limits);
  if (errors.length > 0) return errors;
  const merges = roots.reduce(
    (sum, { selectionSet }) => sum + mergesIn(selectionSet, fragments, limits.merges),
    0,
  );
  if (merges > limits.merges) return exceeding("merges", merges, limits);
  return operations.flatMap(({ name }) =>
    exceeding("cost", compileCost(schema, document, name?.value)({}), limits),
  );
}

/** Fragments that nothing spreads are walked by the rules all the same; the others are seen through who spreads them. */
function unspread(
  fragments: readonly FragmentDefinitionNode[],
  all: readonly { readonly selectionSet: SelectionSetNode }[],
): FragmentDefinitionNode[] {
  const spread = new Set(all.flatMap(({ selectionSet }) => [...spreadNames(selectionSet)]));
  return fragments.filter(({ name }) => !spread.has(name.value));
}

/** Of a whole document: the deepest of its parts, and the sum of what they hold. */
function together(
  roots: readonly { readonly selectionSet: SelectionSetNode }[],
  sizes: ReadonlyMap<string, SelectionSize>,
): SelectionSize {
  return roots
    .map(({ selectionSet }) => sizeOfSelection(selectionSet, sizes))
    .reduce(
      (all, one) => ({
        depth: Math.max(all.depth, one.depth),
        nesting: Math.max(all.nesting, one.nesting),
        aliases: all.aliases + one.aliases,
        breadth: all.breadth + one.breadth,
      }),
      NO_SIZE,
    );
}

function errorsOfSize(size: SelectionSize, limits: Limits): LimitError[] {
  return (["depth", "nesting", "breadth", "aliases"] as const).flatMap((limit) =>
    exceeding(limit, size[limit], limits),
  );
}
