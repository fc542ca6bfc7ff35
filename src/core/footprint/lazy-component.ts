import type { Component } from "./component";

type Below = Pick<Component, "children" | "contributions" | "workings" | "notes">;

/**
 * A component whose insides are made when they are opened, and remembered: a portfolio of thousands is mostly read as a total.
 * They are properties of its own, so that a copy of it has them too.
 */
export function lazyComponent(
  known: Omit<Component, keyof Below>,
  below: { readonly [part in keyof Below]: () => Below[part] },
): Component {
  const [children, contributions, workings, notes] = [
    once(below.children),
    once(below.contributions),
    once(below.workings),
    once(below.notes),
  ];
  const { name, kind, quantity, allocation, resource, resourceHours, parts } = known;
  return {
    ...{ name, kind, quantity, allocation, resource, resourceHours, parts },
    get children() {
      return children();
    },
    get contributions() {
      return contributions();
    },
    get workings() {
      return workings();
    },
    get notes() {
      return notes();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
