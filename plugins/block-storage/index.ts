import { join } from "node:path";
import { definePlugin } from "../../src/core/contract";
import { BlockStorageCalculator } from "./calculator";
import { BlockStorageCatalogue, loadCatalogue } from "./catalogue";
import { volumeEntity } from "./entity";
import { BlockStorageQueries, BlockVolume, BlockVolumeInput, BlockVolumePresenter } from "./graphql";

/** Block Storage: volumes and their snapshots, a share of a replicated pool. */
export const blockStorage = definePlugin({
  kind: "blockVolume",
  product: {
    id: "block-storage",
    name: "Block Storage",
    serviceCategory: "Storage",
    description: "Network volumes and their snapshots, kept as replicas in a pool of storage servers.",
  },
  calculator: BlockStorageCalculator,
  graphql: {
    input: BlockVolumeInput,
    resource: BlockVolume,
    resolvers: [BlockStorageQueries],
    presenter: BlockVolumePresenter,
    entity: volumeEntity,
  },
  setUp: (setup) => {
    setup.scope.registerInstance(BlockStorageCatalogue, loadCatalogue(setup, join(__dirname, "data")));
  },
});
