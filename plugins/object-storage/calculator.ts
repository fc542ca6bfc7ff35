import { inject, injectable } from "tsyringe";
import { type CalculationContext, type ProductCalculator } from "../../src/core/contract";
import { type Footprint } from "../../src/core/footprint";
import { input } from "../../src/core/formulas";
import { capacityOf, poolFootprint, poolShare, usableCapacity } from "../../src/core/method";
import { ObjectStorageCatalogue } from "./catalogue";
import { notesOn } from "./notes";
import { checkSpec, type ObjectBucketSpec } from "./spec";

/**
 * Object Storage: stored GB × redundancy / usable pool GB, of the pool's servers and of the common base.
 * Source: method page on Object Storage.
 */
@injectable()
export class ObjectStorageCalculator implements ProductCalculator<ObjectBucketSpec> {
  readonly kind = "objectBucket";
  readonly readsFactorsAlone = true;

  constructor(@inject(ObjectStorageCatalogue) private readonly catalogue: ObjectStorageCatalogue) {}

  async calculate(spec: ObjectBucketSpec, context: CalculationContext): Promise<Footprint> {
    const checked = checkSpec(spec, this.catalogue, context.places);
    const { pool, redundancy } = checked.storageClass;
    const { factors } = context;
    const capacity = usableCapacity(capacityOf(pool, factors), factors.value("object-storage.usable"));
    const share = poolShare(input(checked.storedGb, "GB"), factors.value(redundancy), capacity);
    return poolFootprint({ pool, share, place: checked.place, notes: notesOn(checked, factors) }, context);
  }
}
