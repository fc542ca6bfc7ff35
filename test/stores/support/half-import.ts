// Imports the file of its second parameter into the store of its environment, and stops for ever when half is written:
//   half-import.ts MODEL_PREFIX ENTRIES
import {
  duckDbClient,
  openStoreOn,
  postgresClient,
  SHIPPED_SEED,
  type SqlQueries,
  seedFromFile,
  storeLocation,
} from "../../../src/stores/benchmarks";
import { manyEntries } from "./entries";

async function main([prefix = "", count = "0"]: readonly string[]): Promise<void> {
  const location = storeLocation(process.env);
  const client =
    location.kind === "postgres" ? await postgresClient(location.url) : duckDbClient(location.path);
  const halted = (queries: SqlQueries): SqlQueries => ({
    query: async (sql, parameters) => {
      const rows = await queries.query(sql, parameters);
      if (sql.includes("INSERT INTO footprint_benchmark (") && isLong) {
        process.stdout.write("half is written\n");
        await new Promise(() => setInterval(() => undefined, 1_000));
      }
      return rows;
    },
  });
  let isLong = false;
  const store = await openStoreOn(
    { ...client, transaction: (work) => client.transaction((queries) => work(halted(queries))) },
    { seed: seedFromFile(SHIPPED_SEED) },
  );
  isLong = true;
  await store.import(manyEntries(Number(count)).map((one) => ({ ...one, model: `${prefix}${one.model}` })));
}

void main(process.argv.slice(2));
