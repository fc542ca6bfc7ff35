import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProductSamples } from "../core/contract";

/** The samples of a product, from `samples.json` in its folder. Read when somebody asks: a graph that serves does not. */
export function samplesIn(folder: string): () => ProductSamples {
  return () => {
    const file = join(folder, "samples.json");
    const samples = JSON.parse(readFileSync(file, "utf8")) as ProductSamples;
    const isEmpty = Object.keys(samples.valid ?? {}).length === 0 || samples.refused === undefined;
    if (isEmpty) throw new Error(`${file} needs "valid", with a specification or more, and "refused"`);
    return samples;
  };
}
