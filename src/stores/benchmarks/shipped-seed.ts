import { join } from "node:path";

/** The seed: benchmarks among the data of the product that uses them. */
export const SHIPPED_SEED = join(__dirname, "../../../plugins/serverless/data/benchmarks.csv");
