import { type Place, type Places, requireGb } from "../../src/core/method";
import type { BlockStorageCatalogue, BlockStorageClassEntry } from "./catalogue";

/** What a footprint of a volume or snapshot is asked with. */
export interface BlockVolumeSpec {
  /** Name of the class, for example sbs_5k. */
  readonly storageClass: string;
  /** Size reserved, full or empty [GB], within the limits of the class. */
  readonly sizeGb: number;
  readonly zone: string;
}

export interface CheckedSpec {
  readonly storageClass: BlockStorageClassEntry;
  /** [GB] */
  readonly sizeGb: number;
  readonly place: Place;
}

/** @throws DomainError UNKNOWN_STORAGE_CLASS, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY or BAD_USER_INPUT. */
export function checkSpec(
  spec: BlockVolumeSpec,
  catalogue: BlockStorageCatalogue,
  places: Places,
): CheckedSpec {
  const storageClass = catalogue.storageClass(spec.storageClass, "input.storageClass");
  const place = places.zone(spec.zone, "input.zone");
  catalogue.requireIn(storageClass, place);
  return { storageClass, place, sizeGb: requireGb(spec.sizeGb, storageClass.row, "input.sizeGb") };
}
