import { definePlugin, type ProductCalculator, type ProductPlugin } from "../../../src/core/contract";

export interface Run {
  readonly event: "begins" | "ends";
  readonly spec: object;
}

export interface CountingPlugin {
  readonly plugin: ProductPlugin;
  /** What its calculator did, in order. */
  readonly runs: Run[];
}

/** The plugin as it is, with a calculator that writes down when the real one begins and ends. */
export function counting(plugin: ProductPlugin): CountingPlugin {
  const runs: Run[] = [];
  class Counter implements ProductCalculator {
    readonly kind: string;
    readonly composes: readonly string[];

    constructor(private readonly inner: ProductCalculator) {
      this.kind = inner.kind;
      this.composes = inner.composes ?? [];
    }

    async calculate(...[spec, context]: Parameters<ProductCalculator["calculate"]>) {
      runs.push({ event: "begins", spec });
      try {
        return await this.inner.calculate(spec, context);
      } finally {
        runs.push({ event: "ends", spec });
      }
    }
  }
  const setUp: ProductPlugin["setUp"] = (setup) => {
    plugin.setUp(setup);
    setup.scope.register(Counter, { useFactory: (scope) => new Counter(scope.resolve(plugin.calculator)) });
  };
  return { plugin: definePlugin({ ...plugin, calculator: Counter, setUp }), runs };
}
