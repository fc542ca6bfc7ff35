import {
  defaultTypeResolver,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { fieldReader, type InfoIn, resolveInfo } from "./field-reader";
import { leafText } from "./leaf-text";
import { listPrinter } from "./list-printer";
import { objectString } from "./object-string";
import { type Known, plus } from "./pieces";
import { onceInRun, onceWhenLasting } from "./remembered-text";
import type { Printer, Source, StringField } from "./run";
import { selectedFields } from "./selected-fields";
import { inOrder, isPromise, NotAnswered, requireObject } from "./text";

/** What is printed of objects. */
interface Selected {
  readonly selections: readonly SelectionSetNode[];
  readonly source: Source;
  /** Whether they are items of a list. */
  readonly areItems: boolean;
}

/** Where the values of a field are printed. */
interface Place extends Selected {
  readonly infoIn: InfoIn;
  /** Whether a resolver gives them: what it promises is awaited, and what is promised in its lists. */
  readonly areResolved: boolean;
}

/** Prints an object with what was selected of it. */
export function objectPrinter(type: GraphQLObjectType, selected: Selected): Printer {
  const fields = [...selectedFields(selected.selections, type, selected.source)].map(
    ([name, nodes], index) => ({
      before: `${index === 0 ? "" : ","}${JSON.stringify(name)}:`,
      ...fieldPrinter(name, type, nodes, selected),
    }),
  );
  const strings = fields.map(({ asString }) => asString);
  if (strings.every((one) => one !== undefined))
    return { isPure: true, isString: true, fields: strings, print: objectString(strings) };
  if (fields.every(({ isPure }) => isPure)) {
    return {
      isPure: true,
      print: (value, run, path) => {
        let text: Known = "{";
        for (const { before, print } of fields)
          text = plus(plus(text, before), print(value, run, path) as Known);
        return plus(text, "}");
      },
    };
  }
  const join = (texts: readonly Known[]): Known => {
    const withField = (text: Known, { before }: { before: string }, index: number): Known =>
      plus(plus(text, before), texts[index] as Known);
    return plus(fields.reduce(withField, "{"), "}");
  };
  return {
    isPure: false,
    print: (value, run, path) => inOrder(fields, ({ print }) => print(value, run, path), join, run.mostBytes),
  };
}

function fieldPrinter(
  responseName: string,
  parent: GraphQLObjectType,
  nodes: readonly FieldNode[],
  { source, areItems }: Selected,
): Printer & { readonly asString?: StringField } {
  const [node] = nodes as readonly [FieldNode];
  const { name } = node;
  if (name.value === "__typename") {
    const constant = JSON.stringify(parent.name);
    const asString = { name: JSON.stringify(responseName), constant };
    return { isPure: true, print: () => constant, asString };
  }
  const field = parent.getFields()[name.value];
  if (field === undefined) throw new NotAnswered(`${parent.name} has no field ${name.value}`);
  const infoIn = resolveInfo(parent, field, nodes, source);
  const reader = fieldReader(field, node, infoIn);
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const areResolved = !reader.isPure;
  const values = valuePrinter(field.type, { selections, infoIn, source, areItems: false, areResolved });
  if (reader.isPure && values.isPure) {
    const { read, member } = reader;
    const isObject = isObjectType(getNullableType(field.type));
    const printed = areItems && isObject ? onceInRun(values) : values;
    const { print } = isObject && !areItems ? onceWhenLasting(values) : printed;
    const pure: Printer = { isPure: true, print: (object, run, path) => print(read(object), run, path) };
    if (printed.isString !== true) return pure;
    return { ...pure, asString: { name: JSON.stringify(responseName), member, values: printed } };
  }
  return {
    isPure: false,
    print: (object, run, prev) => {
      const path = { prev, key: responseName, typename: parent.name };
      const value = reader.isPure ? reader.read(object) : reader.resolve(object, run, path);
      return isPromise(value)
        ? value.then((settled) => values.print(settled, run, path))
        : values.print(value, run, path);
    },
  };
}

function valuePrinter(type: GraphQLOutputType, place: Place): Printer {
  const isRequired = isNonNullType(type);
  const present = presentPrinter(isRequired ? type.ofType : type, place);
  const { isPure, isString = false, fields, print } = present;
  return {
    ...{ isPure, isString },
    ...(isRequired && fields !== undefined ? { fields } : {}),
    print: (value, run, path) => {
      if (value != null) return print(value, run, path);
      if (isRequired) throw new NotAnswered("null where a value is required");
      return "null";
    },
  };
}

/** Of a value that is not null. */
function presentPrinter(type: GraphQLOutputType, place: Place): Printer {
  if (isLeafType(type)) return { isPure: true, isString: true, print: leafText(type) };
  if (isListType(type)) {
    const items = valuePrinter(type.ofType, { ...place, areItems: true });
    return listPrinter(items, place.areResolved);
  }
  if (isObjectType(type)) return checkedObjectPrinter(type, place);
  return abstractPrinter(type as GraphQLAbstractType, place);
}

function checkedObjectPrinter(type: GraphQLObjectType, place: Place): Printer {
  const printer = objectPrinter(type, place);
  const { isPure, isString = false, fields, print } = printer;
  const { isTypeOf } = type;
  const isOfAny = isTypeOf == null;
  return {
    isPure: isPure && isOfAny,
    isString: isString && isOfAny,
    ...(isOfAny && fields !== undefined ? { fields } : {}),
    print: (value, run, path) => {
      requireObject(value);
      if (isTypeOf != null && isTypeOf(value, run.context, place.infoIn(run, path)) !== true)
        throw new NotAnswered(`what is no ${type.name} where one is expected`);
      return print(value, run, path);
    },
  };
}

function abstractPrinter(type: GraphQLAbstractType, place: Place): Printer {
  const { source, infoIn } = place;
  const possible = source.schema.getPossibleTypes(type);
  const printers = new Map(possible.map((one) => [one.name, checkedObjectPrinter(one, place)]));
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return {
    isPure: false,
    print: (value, run, path) => {
      requireObject(value);
      const name = resolveType(value, run.context, infoIn(run, path), type);
      const printer = typeof name === "string" ? printers.get(name) : undefined;
      if (printer === undefined) throw new NotAnswered(`what is no ${type.name} where one is expected`);
      return printer.print(value, run, path);
    },
  };
}
