import { type Composition, compose } from "../../src/compose";
import { memo } from "../../src/core/helpers";

/**
 * The graph without options, composed once for all suites that share modules. Suites must neither change
 * it or its benchmarks, nor close it; one that does composes its own.
 */
export const usualComposition: () => Composition = memo(() => compose());
