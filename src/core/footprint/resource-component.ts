import type { Calculation } from "../formulas";
import {
  type Component,
  type ComponentKind,
  group,
  notesOn,
  overHours,
  type ResourceReference,
  scaleComponent,
  shareComponent,
} from "./components";
import type { Footprint } from "./footprint";
import { mergeNotes, type Note, type Said, scaleNotes } from "./notes";

interface ResourceText {
  name: string;
  kind: ComponentKind;
  resource: ResourceReference;
  /** Notes on it, besides those of the resource itself. */
  notes?: readonly Said[];
}

/** Another resource as one component of a composed one, which leads to that resource. */
export function wholeOf(text: ResourceText, one: Footprint): Component {
  return noted(group(text, one.components), text, one.notes);
}

/** n of another resource as one component of a composed one, which leads to that resource. Equals n × its footprint. */
export function componentFrom(text: ResourceText & { quantity: number }, one: Footprint): Component {
  const { quantity } = text;
  const scaled = one.components.map((component) => scaleComponent(component, quantity));
  return noted(group(text, scaled), text, scaleNotes(one.notes, quantity));
}

/** A share of another resource, or so many of it that the number is a calculation, as one component. */
export function shareFrom(text: ResourceText, one: Footprint, share: Calculation): Component {
  const quantity = share.range.expected;
  const shared = one.components.map((component) => shareComponent(component, share));
  return noted(group({ ...text, quantity }, shared), text, scaleNotes(one.notes, quantity));
}

/** An hour of another resource, over hours [h], as one component; `quantity` of something share the hours. */
export function hoursFrom(
  text: ResourceText & { quantity: number },
  oneHour: Footprint,
  hours: Calculation,
): Component {
  const { expected } = hours.range;
  const overTime = oneHour.components.map((component) => overHours(component, hours));
  const whole = group({ ...text, resourceHours: expected / text.quantity }, overTime, [hours]);
  return noted(whole, text, scaleNotes(oneHour.notes, expected));
}

/** What was said of the resource as a whole is said of the component, too. */
function noted(component: Component, { notes = [] }: ResourceText, ofResource: readonly Note[]): Component {
  return { ...component, notes: mergeNotes([notesOn(component.parts, notes), ofResource]) };
}
