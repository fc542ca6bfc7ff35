import { HEADLINE, isNothing, manufacturingParts } from "../impacts";
import { type Component, derivedComponent } from "./component";

/**
 * What a component is charged for equipment having been made: nothing of its use, and nothing cross-cutting. For what uses the
 * equipment of another product in a way of its own.
 */
export function manufacturingOf(component: Component): Component {
  const { name, kind, quantity, allocation, parts: whole } = component;
  const parts = manufacturingParts(whole);
  const kg = parts.manufacturing[HEADLINE].expected;
  return derivedComponent(
    // It is a part of its resource, and does not lead to it.
    { name, kind, quantity, allocation, resource: null, resourceHours: null, parts },
    {
      children: () => component.children.map(manufacturingOf).filter((one) => !isNothing(one.parts)),
      contributions: () => component.contributions.filter(({ stage }) => stage === "manufacturing"),
      workings: () => [],
      notes: () =>
        component.notes.filter((note) => note.of !== "use").map((note) => ({ ...note, weight: kg })),
    },
  );
}
