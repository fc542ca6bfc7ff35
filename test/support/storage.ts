import { blockStorage } from "../../plugins/block-storage";
import { instance } from "../../plugins/instance";
import { objectStorage } from "../../plugins/object-storage";
import { compose } from "../../src/compose";
import type { Footprint } from "../../src/core/footprint";
import { DAY } from "./instances";
import { impactsOf } from "./numbers";

export const { engine, sessionAt, schema } = compose({ plugins: [instance, blockStorage, objectStorage] });

/** A class of storage in a zone or region where it is offered. */
export interface Case {
  readonly kind: "blockVolume" | "objectBucket";
  readonly storageClass: string;
  readonly place: string;
}

const ZONES = ["fr-par-1", "fr-par-2", "fr-par-3", "nl-ams-1", "nl-ams-2", "nl-ams-3", "pl-waw-1"];
const MOST_ZONES = [...ZONES, "pl-waw-2", "pl-waw-3"];
const BLOCK: Record<string, string[]> = {
  sbs_5k: [...MOST_ZONES, "it-mil-1"],
  sbs_15k: MOST_ZONES,
  b_ssd: MOST_ZONES,
  sbs_5k_snapshot: [...MOST_ZONES, "it-mil-1"],
  sbs_15k_snapshot: MOST_ZONES,
  b_ssd_snapshot: MOST_ZONES,
};
const OBJECT: Record<string, string[]> = {
  standard: ["fr-par", "nl-ams", "pl-waw", "it-mil"],
  onezone_ia: ["fr-par", "nl-ams", "pl-waw"],
  glacier: ["fr-par", "nl-ams"],
};
/** Every class in every place where it is offered, by hand: the data are tested against it. */
export const CASES: Case[] = [...casesOf("blockVolume", BLOCK), ...casesOf("objectBucket", OBJECT)];

function casesOf(kind: Case["kind"], places: Record<string, string[]>): Case[] {
  return Object.entries(places).flatMap(([storageClass, names]) =>
    names.map((place) => ({ kind, storageClass, place })),
  );
}

/** The footprint of so many GB over so many hours. */
export function ask({ kind, storageClass, place }: Case, gb: number, hours: number): Promise<Footprint> {
  const spec =
    kind === "blockVolume"
      ? { storageClass, sizeGb: gb, zone: place }
      : { storageClass, storedGb: gb, region: place };
  return engine.footprint(kind, spec, { hours, on: DAY });
}

export async function impacts(one: Case, gb: number, hours: number): Promise<ReturnType<typeof impactsOf>> {
  return impactsOf((await ask(one, gb, hours)).parts);
}
