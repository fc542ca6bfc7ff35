import { operationalParts } from "../impacts";
import { notesOfPart } from "../notes";
import { type Component, derivedComponent } from "./component";

/** The same contribution as an operational one: what a resource needs besides the equipment that runs it. */
export function asOperational(component: Component): Component {
  return changed(component, {
    parts: operationalParts(component.parts),
    children: () => component.children.map(asOperational),
    notes: () => component.notes,
  });
}

/** The component, with its name before what is said of it where it is part of something else. */
export function underItsName(component: Component): Component {
  return changed(component, {
    parts: component.parts,
    children: () => component.children,
    notes: () => notesOfPart(component.notes, component.name),
  });
}

/** A copy would compute what is derived when it is read. */
function changed(
  component: Component,
  {
    parts,
    children,
    notes,
  }: Pick<Component, "parts"> & { [part in "children" | "notes"]: () => Component[part] },
): Component {
  const { name, kind, quantity, allocation, resource, resourceHours } = component;
  return derivedComponent(
    { name, kind, quantity, allocation, resource, resourceHours, parts },
    {
      ...{ children, notes },
      contributions: () => component.contributions,
      workings: () => component.workings,
    },
  );
}
