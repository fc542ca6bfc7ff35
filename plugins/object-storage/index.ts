import { amount, defineProduct, offer, region } from "../../src/product";
import { loadCatalogue, type ObjectStorageClassEntry, type ObjectStorageOffer } from "./catalogue";
import { notesOn } from "./notes";

const USABLE = "object-storage.usable";

/**
 * Object Storage: buckets. Stored GB × redundancy / usable pool GB, of the pool's servers and of the common base.
 * Source: method page on Object Storage.
 */
export const objectStorage = defineProduct({
  kind: "objectBucket",
  contract: "1.0",
  product: {
    id: "object-storage",
    name: "Object Storage",
    serviceCategory: "Storage",
    description: "Buckets of objects over the zones of a region, in one zone, or in an archive.",
    aliases: ["bucket", "s3"],
  },
  folder: __dirname,
  load: loadCatalogue,
  offers: {
    of: ({ classes }) => classes,
    id: ({ row }: ObjectStorageClassEntry) => row.id,
    title: ({ row }) => row.name,
    places: ({ offers }) => offers.keys(),
    called: "storage class",
    unknown: "UNKNOWN_STORAGE_CLASS",
    list: {
      query: "objectStorageClasses",
      description: "Every class of Object Storage with its limits, redundancy and places.",
      offer: {
        name: "ObjectStorageClass",
        description: "A class of Object Storage: its redundancy, limits, and where it is offered.",
      },
      columns: {
        name: {
          type: "text",
          description: "Name that inputs take, for example standard.",
          of: ({ row }) => row.id,
        },
        title: {
          type: "text",
          description: "Name in words, for example Standard (Multi-AZ).",
          of: ({ row }) => row.name,
        },
        minGb: {
          type: "number",
          description: "Smallest size of a bucket [GB]; 0 for an empty one.",
          of: ({ row }) => row.min_gb,
        },
        maxGb: {
          type: "number",
          description: "Largest size of a bucket [GB]: the quota of a Project.",
          of: ({ row }) => row.max_gb,
        },
        redundancy: {
          type: "factor",
          description:
            "GB used in the pool per GB stored, as in force today, or on the day of asOf; at least 1.",
          of: ({ redundancy }) => redundancy,
        },
        usableShare: {
          type: "factor",
          description:
            "Share of the pool's raw capacity that may be filled, as in force today, or on the day of asOf; from 0 to 1.",
          of: () => USABLE,
        },
        places: {
          type: {
            records: "ObjectStoragePlace",
            description: "Where a class of Object Storage is offered, and where its data are stored.",
            columns: {
              region: {
                type: "text",
                description: "Region of the bucket, for example fr-par.",
                of: ({ region }: ObjectStorageOffer) => region,
              },
              zone: {
                type: "text",
                isNullable: true,
                description:
                  "Zone that holds the data; null if they are spread over the zones of the region.",
                of: ({ zone }: ObjectStorageOffer) => zone,
              },
            },
          },
          description: "Regions where it is offered.",
          of: ({ offers }) => offers.values(),
        },
      },
    },
  },
  resource: {
    name: "ObjectBucket",
    description: "An Object Storage bucket: a share of a pool of storage servers.",
  },
  input: {
    description: "An Object Storage bucket: its class, what it stores, and its region.",
    argument: "Which class, how much, and where.",
  },
  query:
    "An Object Storage bucket as it is, or would be, used. Errors: UNKNOWN_STORAGE_CLASS, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  fields: {
    storageClass: offer({
      input:
        "Class, for example standard; objectStorageClasses lists them. Otherwise UNKNOWN_STORAGE_CLASS, with suggestions.",
      shown: "Its class, for example standard.",
      owned: "Class of what it stores, for example standard.",
    }),
    storedGb: amount({
      unit: "GB",
      limits: ({ row }: ObjectStorageClassEntry) => ({ minimum: row.min_gb, maximum: row.max_gb }),
      input:
        "Amount stored, on average over the period [GB], within the limits of the class (0 to 250,000). Otherwise BAD_USER_INPUT.",
      shown: "Amount stored, on average over the period [GB].",
      owned: "What it stores, on average over the period [GB].",
    }),
    region: region({
      input:
        "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY if the class is not offered there.",
      owned: "Region where it is, for example fr-par.",
    }),
  },
  derive: ({ storageClass, region }, { places }) => {
    const offer = storageClass.offers.get(region.name) as ObjectStorageOffer;
    // Classes of one zone are charged what holds there.
    return { offer, place: offer.zone === null ? region : places.zone(offer.zone, "input.region") };
  },
  notes: notesOn,
  cost: { totals: 1, components: [6, 10], places: 4 },
  recipe: {
    sharedPool: ({ storageClass: { pool, redundancy }, storedGb, place }) => ({
      pool,
      redundancy,
      usable: USABLE,
      gb: storedGb,
      place,
    }),
  },
  entity: {
    name: "Bucket",
    description: "An Object Storage bucket that exists, with its footprint.",
    listedAs: "buckets",
  },
});
