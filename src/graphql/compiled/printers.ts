import {
  defaultTypeResolver,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { fieldReader, resolveInfo } from "./field-reader";
import { leafText } from "./leaf-text";
import type { Path, Printer, Run, Source } from "./run";
import { selectedFields } from "./selected-fields";
import { inOrder, isPromise, NotAnswered } from "./text";

type InfoIn = (run: Run, path: Path) => GraphQLResolveInfo;

/** A field that is printed, or the values of one. */
interface Place {
  readonly selections: readonly SelectionSetNode[];
  readonly infoIn: InfoIn;
  readonly source: Source;
}

/** Prints an object with what was selected of it. */
export function objectPrinter(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  source: Source,
): Printer {
  const fields = [...selectedFields(selections, type, source)].map(([name, nodes], index) => ({
    before: `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`,
    ...fieldPrinter(name, type, nodes, source),
  }));
  const join = (texts: readonly string[]): string =>
    `${fields.reduce((text, { before }, index) => text + before + texts[index], "")}}`;
  if (!fields.every(({ isPure }) => isPure)) {
    return {
      isPure: false,
      print: (value, run, path) =>
        inOrder(
          fields.length,
          (index) => (fields[index] as (typeof fields)[number]).print(value, run, path),
          join,
        ),
    };
  }
  return {
    isPure: true,
    print: (value, run, path) => {
      let text = "";
      for (const { before, print } of fields) text += before + print(value, run, path);
      return `${text}}`;
    },
  };
}

function fieldPrinter(
  responseName: string,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  source: Source,
): Printer {
  const [{ name }] = nodes as readonly [FieldNode];
  if (name.value === "__typename") {
    const text = JSON.stringify(type.name);
    return { isPure: true, print: () => text };
  }
  const field = type.getFields()[name.value];
  if (field === undefined) throw new NotAnswered();
  const reader = fieldReader(type, field, nodes, source);
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const infoIn = resolveInfo(type, field, nodes, source);
  const printer = valuePrinter(field.type, { selections, infoIn, source });
  if (reader.isPure && printer.isPure) {
    // Neither reads the path or the run.
    return { isPure: true, print: (object, run, path) => printer.print(reader.read(object, run, path as Path), run, path) };
  }
  return {
    isPure: false,
    print: (object, run, prev) => {
      const path = { prev, key: responseName, typename: type.name };
      const value = reader.read(object, run, path);
      return isPromise(value)
        ? value.then((settled) => printer.print(settled, run, path))
        : printer.print(value, run, path);
    },
  };
}

function valuePrinter(type: GraphQLOutputType, place: Place): Printer {
  if (!isNonNullType(type)) {
    const { isPure, print } = presentPrinter(type, place);
    return { isPure, print: (value, run, path) => (value == null ? "null" : print(value, run, path)) };
  }
  const { isPure, print } = presentPrinter(type.ofType, place);
  return {
    isPure,
    print: (value, run, path) => {
      if (value == null) throw new NotAnswered();
      return print(value, run, path);
    },
  };
}

/** Of a value that is not null. */
function presentPrinter(type: GraphQLOutputType, place: Place): Printer {
  if (isLeafType(type)) return { isPure: true, print: leafText(type) };
  if (isListType(type)) return listPrinter(valuePrinter(type.ofType, place));
  if (isObjectType(type)) return checkedObject(type, place);
  return abstractPrinter(type as GraphQLAbstractType, place);
}

function listPrinter({ isPure, print }: Printer): Printer {
  const join = (texts: readonly string[]): string => `[${texts.join()}]`;
  return {
    isPure,
    print: (list, run, path) => {
      if (!Array.isArray(list)) throw new NotAnswered();
      if (isPure) return join(list.map((item) => print(item, run, path) as string));
      return inOrder(
        list.length,
        (index) => {
          const at = { prev: path, key: index, typename: undefined };
          const item: unknown = list[index];
          return isPromise(item) ? item.then((settled) => print(settled, run, at)) : print(item, run, at);
        },
        join,
      );
    },
  };
}

function checkedObject(type: GraphQLObjectType, { selections, infoIn, source }: Place): Printer {
  const { isPure, print } = objectPrinter(type, selections, source);
  const { isTypeOf } = type;
  return {
    isPure: isPure && isTypeOf == null,
    print: (value, run, path) => {
      if (typeof value !== "object" || value instanceof Error || isPromise(value)) throw new NotAnswered();
      if (isTypeOf != null && isTypeOf(value, run.context, infoIn(run, path as Path)) !== true) throw new NotAnswered();
      return print(value, run, path);
    },
  };
}

function abstractPrinter(type: GraphQLAbstractType, place: Place): Printer {
  const { schema } = place.source;
  const printers = new Map(schema.getPossibleTypes(type).map((one) => [one.name, checkedObject(one, place)]));
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return {
    isPure: false,
    print: (value, run, path) => {
      if (value instanceof Error) throw new NotAnswered();
      const name = resolveType(value, run.context, place.infoIn(run, path as Path), type);
      const printer = typeof name === "string" ? printers.get(name) : undefined;
      if (printer === undefined) throw new NotAnswered();
      return printer.print(value, run, path);
    },
  };
}
