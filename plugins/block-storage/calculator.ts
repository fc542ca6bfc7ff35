import { inject, injectable } from "tsyringe";
import { type CalculationContext, type ProductCalculator } from "../../src/core/contract";
import { type Footprint } from "../../src/core/footprint";
import { input } from "../../src/core/formulas";
import { capacityOf, poolFootprint, poolShare } from "../../src/core/method";
import { BlockStorageCatalogue } from "./catalogue";
import { notesOn } from "./notes";
import { type BlockVolumeSpec, checkSpec } from "./spec";

/**
 * Block Storage: reserved GB × replicas / pool GB, of the pool's servers and of the common base.
 * Source: method page on Block Storage.
 */
@injectable()
export class BlockStorageCalculator implements ProductCalculator<BlockVolumeSpec> {
  readonly kind = "blockVolume";
  readonly readsFactorsAlone = true;

  constructor(@inject(BlockStorageCatalogue) private readonly catalogue: BlockStorageCatalogue) {}

  async calculate(spec: BlockVolumeSpec, context: CalculationContext): Promise<Footprint> {
    const { storageClass, sizeGb, place } = checkSpec(spec, this.catalogue, context.places);
    const { pool, redundancy } = storageClass;
    const { factors } = context;
    const share = poolShare(input(sizeGb, "GB"), factors.value(redundancy), capacityOf(pool, factors));
    const notes = [...this.catalogue.others.notesOn(spec.storageClass), ...notesOn(storageClass, factors)];
    return poolFootprint({ pool, share, place, notes }, context);
  }
}
