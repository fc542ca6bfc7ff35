import { join } from "node:path";
import { definePlugin } from "../../src/core/contract";
import { ObjectStorageCalculator } from "./calculator";
import { loadCatalogue, ObjectStorageCatalogue } from "./catalogue";
import { bucketEntity } from "./entity";
import { ObjectBucket, ObjectBucketInput, ObjectBucketPresenter, ObjectStorageQueries } from "./graphql";

/** Object Storage: buckets, a share of an erasure-coded pool. */
export const objectStorage = definePlugin({
  kind: "objectBucket",
  product: {
    id: "object-storage",
    name: "Object Storage",
    serviceCategory: "Storage",
    description: "Buckets of objects over the zones of a region, in one zone, or in an archive.",
  },
  calculator: ObjectStorageCalculator,
  graphql: {
    input: ObjectBucketInput,
    resource: ObjectBucket,
    resolvers: [ObjectStorageQueries],
    presenter: ObjectBucketPresenter,
    entity: bucketEntity,
  },
  setUp: (setup) => {
    setup.scope.registerInstance(ObjectStorageCatalogue, loadCatalogue(setup, join(__dirname, "data")));
  },
});
