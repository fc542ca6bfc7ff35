import { type Place, type Places, requireGb } from "../../src/core/method";
import type { ObjectStorageCatalogue, ObjectStorageClassEntry, ObjectStorageOffer } from "./catalogue";

/** What a footprint of a bucket is asked with. */
export interface ObjectBucketSpec {
  /** Name of the class, for example standard. */
  readonly storageClass: string;
  /** Average of what is stored [GB], within the limits of the class; 0 for an empty bucket. */
  readonly storedGb: number;
  readonly region: string;
}

export interface CheckedSpec {
  readonly storageClass: ObjectStorageClassEntry;
  readonly offer: ObjectStorageOffer;
  /** [GB] */
  readonly storedGb: number;
  /** Where the data lie: the region, or one zone for classes of one zone. */
  readonly place: Place;
}

/** @throws DomainError UNKNOWN_STORAGE_CLASS, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY or BAD_USER_INPUT. */
export function checkSpec(
  spec: ObjectBucketSpec,
  catalogue: ObjectStorageCatalogue,
  places: Places,
): CheckedSpec {
  const storageClass = catalogue.storageClass(spec.storageClass, "input.storageClass");
  const region = places.region(spec.region, "input.region");
  const offer = catalogue.offerIn(storageClass, region);
  const place = offer.zone === null ? region : places.zone(offer.zone, "input.region");
  const storedGb = requireGb(spec.storedGb, storageClass.row, "input.storedGb");
  return { storageClass, offer, place, storedGb };
}
