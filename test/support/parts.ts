import type { Impact, Parts } from "../../src/core/footprint";

/** The impacts that parts are made of. */
export function impactsIn({ manufacturing, usage, operational }: Parts): readonly Impact[] {
  return [manufacturing, usage, operational.manufacturing, operational.use];
}
