import type { ProductCalculator } from "../core/contract";
import type { BenchmarkStore } from "../core/language-models";
import type { StoreCall, Watcher } from "./watcher";

/** Wraps a store with watchers. */
export function watchedStore(store: BenchmarkStore, watchers: readonly Watcher[]): BenchmarkStore {
  const watched = <T>(call: StoreCall, work: () => Promise<T>): Promise<T> =>
    watchers.reduceRight((inner, watcher) => () => watcher.storeCall(call, inner), work)();
  return {
    findByModels: (models, asOf) =>
      watched({ operation: "find", models: models.length }, () => store.findByModels(models, asOf)),
    findVintages: (models, day) =>
      watched({ operation: "find", models: models.length }, () => store.findVintages(models, day)),
    revision: () => store.revision(),
    list: () => watched({ operation: "list" }, () => store.list()),
    import: (entries, options) => watched({ operation: "import" }, () => store.import(entries, options)),
    imports: () => watched({ operation: "imports" }, () => store.imports()),
    undo: (id) => watched({ operation: "undo" }, () => store.undo(id)),
    ping: () => watched({ operation: "ping" }, () => store.ping()),
    close: () => store.close(),
  };
}

/** Wraps a calculator to count its runs. */
export function watchedCalculator(
  calculator: ProductCalculator,
  watchers: readonly Watcher[],
): ProductCalculator {
  const { kind } = calculator;
  const watched: Pick<ProductCalculator, "calculate"> = {
    calculate: (spec, context) => {
      for (const watcher of watchers) watcher.calculations(kind, 1);
      return calculator.calculate(spec, context);
    },
  };
  // All that it says of itself beside is its own, whatever that will be: units of it run what is watched.
  return Object.assign(Object.create(calculator) as ProductCalculator, watched);
}
