import { PLUGINS } from "../../../src/compose-estimates";
import type { ProductPlugin } from "../../../src/core/contract";

/** The built-in products with others from outside. One that has become built in is there once, as it is outside. */
export function withOutside(...outside: readonly ProductPlugin[]): ProductPlugin[] {
  const kinds = outside.map(({ kind }) => kind);
  return [...PLUGINS.filter(({ kind }) => !kinds.includes(kind)), ...outside];
}
