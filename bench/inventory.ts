import "reflect-metadata";
import { compose } from "../src/compose";
import { type Inventory, inventoryOf } from "../test/support/realistic-lines";

/** The inventory of a composition in this process. */
export async function composedInventory(): Promise<Inventory> {
  const composition = compose();
  const inventory = await inventoryOf(composition);
  await composition.benchmarks.close();
  return inventory;
}
