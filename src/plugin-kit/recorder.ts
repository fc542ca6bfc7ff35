import type { ProductCalculator, ProductPlugin } from "../core/contract";

/** Wraps a plugin and records which other products it calls. */
export interface RecordedPlugin {
  readonly plugin: ProductPlugin;
  /** Kinds that it called and does not declare. */
  readonly undeclared: ReadonlySet<string>;
}

/** Lets the plugin run as it is and records the products that it calls: a declaration that lacks a kind shows only at run time. */
export function recorded(plugin: ProductPlugin): RecordedPlugin {
  const undeclared = new Set<string>();
  class Recorder implements ProductCalculator {
    readonly kind: string;
    readonly composes: readonly string[];

    constructor(private readonly inner: ProductCalculator) {
      this.kind = inner.kind;
      this.composes = inner.composes ?? [];
    }

    canonical(spec: object): object {
      return this.inner.canonical?.(spec) ?? spec;
    }

    calculate(...[spec, context]: Parameters<ProductCalculator["calculate"]>) {
      return this.inner.calculate(spec, {
        ...context,
        calculate: (kind, ...rest) => {
          if (!this.composes.includes(kind)) undeclared.add(kind);
          return context.calculate(kind, ...rest);
        },
      });
    }
  }
  const setUp: ProductPlugin["setUp"] = (setup) => {
    plugin.setUp(setup);
    setup.scope.register(Recorder, {
      useFactory: (scope) => new Recorder(scope.resolve(plugin.calculator)),
    });
  };
  return { plugin: { ...plugin, calculator: Recorder, setUp }, undeclared };
}
