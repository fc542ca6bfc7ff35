import type { Impact, Parts } from "../../src/core/footprint";

/** The impacts of the parts. */
export function impactsIn({ manufacturing, usage, operational }: Parts): readonly Impact[] {
  return [manufacturing, usage, operational.manufacturing, operational.use];
}
