import { type FactorReader } from "../../src/core/factors";
import { assumption, fact, isAssumed, type Remark, taken } from "../../src/core/footprint";
import type { ObjectStorageClassEntry, ObjectStorageOffer } from "./catalogue";

/** A bucket that was found sound. */
interface Bucket {
  readonly storageClass: ObjectStorageClassEntry;
  readonly offer: ObjectStorageOffer;
  readonly storedGb: number;
}

/** Notes on a bucket, besides those on every pool. */
export function notesOn({ storageClass, offer, storedGb }: Bucket, factors: FactorReader): Remark[] {
  const { factor, range } = factors.value(storageClass.redundancy);
  const { name } = storageClass.row;
  const redundancy = `${range.expected} GB of the pool per GB, from ${range.low} to ${range.high}`;
  if (storedGb === 0) return [fact("Nothing is stored: the footprint is zero.")];
  return [
    ...notesOnZone(name, offer),
    ...assumption(`the redundancy of ${name}: ${redundancy}`, [factor]),
    ...(factor.confidence === "DERIVED"
      ? [taken(`The redundancy of ${name} is derived, not published: ${redundancy}.`)]
      : []),
    ...assumption("how far a pool is filled", [factors.value("object-storage.usable").factor]),
  ];
}

function notesOnZone(name: string, offer: ObjectStorageOffer): Remark[] {
  const { region, zone } = offer;
  if (zone === null) return [];
  if (isAssumed(offer)) return assumption(`that ${name} data of ${region} lie in ${zone}`, [offer]);
  return [fact(`${name} data of ${region} lie in ${zone}, and are charged what holds there.`)];
}
