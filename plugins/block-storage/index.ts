import { amount, defineProduct, offer, zone } from "../../src/product";
import { type BlockStorageClassEntry, loadCatalogue } from "./catalogue";
import { notesOn } from "./notes";

/**
 * Block Storage: volumes and their snapshots. Reserved GB × replicas / pool GB, of the pool's servers and of the common base.
 * Source: method page on Block Storage.
 */
export const blockStorage = defineProduct({
  kind: "blockVolume",
  contract: "1.0",
  product: {
    id: "block-storage",
    name: "Block Storage",
    serviceCategory: "Storage",
    description: "Network volumes and their snapshots, stored as replicas in a pool of storage servers.",
    aliases: ["volume", "snapshot", "sbs", "block"],
  },
  folder: __dirname,
  load: loadCatalogue,
  offers: {
    of: ({ classes }) => classes,
    others: ({ others }) => others,
    id: ({ row }: BlockStorageClassEntry) => row.id,
    title: ({ row }) => row.name,
    places: ({ row }) => row.zones,
    called: "storage class",
    unknown: "UNKNOWN_STORAGE_CLASS",
    list: {
      query: "blockStorageClasses",
      description: "Every class of Block Storage with its limits, redundancy and zones.",
      offer: { name: "BlockStorageClass", description: "A class of Block Storage volumes or snapshots." },
      columns: {
        name: {
          type: "text",
          description: "Name that inputs take, for example sbs_5k.",
          of: ({ row }) => row.id,
        },
        title: {
          type: "text",
          description: "Name in words, for example Block Storage 5K.",
          of: ({ row }) => row.name,
        },
        minGb: { type: "number", description: "Smallest size [GB].", of: ({ row }) => row.min_gb },
        maxGb: { type: "number", description: "Largest size [GB].", of: ({ row }) => row.max_gb },
        redundancy: {
          type: "factor",
          description:
            "GB used in the pool per GB reserved, as in force today, or on the day of asOf; at least 1.",
          of: ({ redundancy }) => redundancy,
        },
        zones: { type: "texts", description: "Zones where it is offered.", of: ({ row }) => row.zones },
      },
    },
  },
  resource: {
    name: "BlockVolume",
    description: "A Block Storage volume or snapshot: a share of a replicated pool of storage servers.",
  },
  input: {
    description: "A Block Storage volume or snapshot: its class, its size and its zone.",
    argument: "Which class, how large, and where.",
  },
  query:
    "A Block Storage volume or snapshot as it is, or would be, used. Errors: UNKNOWN_STORAGE_CLASS, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  fields: {
    storageClass: offer({
      input:
        "Class, for example sbs_5k or sbs_5k_snapshot; blockStorageClasses lists them. Otherwise UNKNOWN_STORAGE_CLASS, with suggestions.",
      shown: "Its class, for example sbs_5k.",
      owned: "Its class, for example sbs_5k.",
    }),
    sizeGb: amount({
      unit: "GB",
      limits: ({ row }: BlockStorageClassEntry) => ({ minimum: row.min_gb, maximum: row.max_gb }),
      input:
        "Size reserved, full or empty [GB], within the limits of the class (5 to 10,000 for sbs_5k). Otherwise BAD_USER_INPUT.",
      shown: "Size reserved [GB].",
      owned: "Size reserved, full or empty [GB].",
    }),
    zone: zone({
      input:
        "Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the class is not offered there.",
      owned: "Zone where it is, for example fr-par-2.",
    }),
  },
  notes: ({ storageClass }, factors) => notesOn(storageClass, factors),
  cost: { totals: 1, components: [6, 10], ranges: 5 },
  recipe: {
    sharedPool: ({ storageClass: { pool, redundancy }, sizeGb, zone }) => ({
      pool,
      redundancy,
      gb: sizeGb,
      place: zone,
    }),
  },
  entity: {
    name: "Volume",
    description: "A Block Storage volume or snapshot that exists, with its footprint.",
    listedAs: "volumes",
  },
});
