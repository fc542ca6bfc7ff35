import { type Composition, compose } from "../../src/compose";
import { memo } from "../../src/core/lang";

/**
 * The graph without options, composed once for all suites that share modules, as one process serves all its requests. Nobody changes
 * anything of it, its benchmarks neither, nor closes it; a suite that does composes one of its own.
 */
export const usualComposition: () => Composition = memo(() => compose());
