import { type Component, underItsName } from "./components";
import { type Footprint, footprintOf } from "./footprint";
import { notesOfAll, type Said } from "./notes";

/** A footprint of components that are much alike: what is said of some of them alone is said with their names. */
export function footprintOfAlike(components: readonly Component[], said: readonly Said[] = []): Footprint {
  const named = components.map(underItsName);
  const footprint = footprintOf(named, said);
  const speaking = named.filter(({ notes }) => notes.length > 0).map(({ name }) => name);
  return { ...footprint, notes: notesOfAll(footprint.notes, speaking) };
}
