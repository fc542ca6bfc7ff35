import { Joiner, type Known, type OnPiece } from "./pieces";
import { isFrozenList, onceWhenFrozen } from "./remembered-text";
import type { Printer } from "./run";
import { AnswerTooLong, inOrder, isPromise, NotAnswered } from "./text";

/**
 * Prints a list by what prints its items.
 * @param isResolved whether a resolver gives it: it may promise items, but for those of a list that is frozen
 */
export function listPrinter(items: Printer, isResolved: boolean): Printer {
  const awaited = awaitedListPrinter(items);
  if (!items.isPure) return awaited;
  const pure = pureListPrinter(items);
  if (!isResolved) return pure;
  return {
    isPure: false,
    print: (list, run, path) => (isFrozenList(list) ? pure : awaited).print(list, run, path),
  };
}

function joined(texts: readonly Known[], onPiece?: OnPiece): Known {
  const joiner = new Joiner(onPiece);
  joiner.add("[");
  for (let index = 0; index < texts.length; index++) {
    if (index > 0) joiner.add(",");
    joiner.add(texts[index] as Known);
  }
  joiner.add("]");
  return joiner.joined;
}

/** What is printed of thousands of items is encoded as it comes. */
function pureListPrinter({ print }: Printer): Printer {
  return onceWhenFrozen({
    isPure: true,
    print: (list, run, path) => {
      const items = requireArray(list);
      const joiner = new Joiner(run.onPiece);
      joiner.add("[");
      for (let index = 0; index < items.length; index++) {
        if (index > 0) joiner.add(",");
        joiner.add(print(items[index], run, path) as Known);
        if (joiner.leastBytes > run.mostBytes) throw new AnswerTooLong(joiner.leastBytes);
      }
      joiner.add("]");
      return joiner.joined;
    },
  });
}

function awaitedListPrinter({ print }: Printer): Printer {
  return {
    isPure: false,
    print: (list, run, path) =>
      inOrder(
        requireArray(list),
        (item, index) => {
          const at = { prev: path, key: index, typename: undefined };
          return isPromise(item) ? item.then((settled) => print(settled, run, at)) : print(item, run, at);
        },
        (texts) => joined(texts, run.onPiece),
        run.mostBytes,
      ),
  };
}

function requireArray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new NotAnswered("what is no array where a list is expected");
}
