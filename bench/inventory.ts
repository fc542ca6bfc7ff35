import "reflect-metadata";
import { compose } from "../src/compose";
import { type Inventory, inventoryOf } from "../test/support/realistic-lines";

/** What lines are drawn from: the products of the composition, in this process. */
export async function composedInventory(): Promise<Inventory> {
  const composition = compose();
  const inventory = await inventoryOf(composition);
  await composition.benchmarks.close();
  return inventory;
}
