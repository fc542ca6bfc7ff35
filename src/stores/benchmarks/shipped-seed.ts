import { join } from "node:path";

/** The file of benchmarks that a new store is filled with: data of the product that reads them. */
export const SHIPPED_SEED = join(__dirname, "../../../plugins/serverless/data/benchmarks.csv");
