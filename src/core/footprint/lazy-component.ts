import { memo } from "../lang";
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
    memo(below.children),
    memo(below.contributions),
    memo(below.workings),
    memo(below.notes),
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
