import {
  column,
  defineProduct,
  defineTable,
  number,
  offer,
  partsTable,
  type RowOf,
  tablesOf,
  text,
  zone,
} from "../../../src/plugin-kit";

const types = defineTable("public-gateway-types", ["name"], {
  name: text(),
  bandwidth_gbps: number("Gbit/s", { min: 0 }),
  instance_type: text(),
});
type GatewayType = RowOf<typeof types>;
const load = tablesOf(
  { types, parts: partsTable("public-gateway-parts") },
  { factors: ["public-gateway-counts"] },
);

/** Public Gateway: an Instance that forwards traffic, and a share of what controls all gateways of a zone. Its address has no hardware of its own. */
export const publicGateway = defineProduct({
  kind: "publicGateway",
  contract: "1.0",
  product: {
    id: "public-gateway",
    name: "Public Gateway",
    serviceCategory: "Network",
    description: "Access from a private network to the Internet, and back.",
    aliases: ["vpc-gateway"],
  },
  folder: __dirname,
  load,
  offers: {
    of: ({ types }) => types,
    id: ({ name }: GatewayType) => name,
    called: "Public Gateway type",
    list: {
      query: "publicGatewayTypes",
      description: "Every published type of Public Gateway.",
      offer: { name: "PublicGatewayType", description: "A type of Public Gateway: what it carries." },
      columns: {
        name: column("text", "Name, for example VPC-GW-S.", ({ name }: GatewayType) => name),
        bandwidthGbps: column(
          "number",
          "Largest bandwidth [Gbit/s].",
          (type: GatewayType) => type.bandwidth_gbps,
        ),
      },
    },
  },
  resource: {
    name: "PublicGateway",
    description: "A Public Gateway: the Instance behind it and a share of what controls it.",
  },
  input: { description: "A Public Gateway: a type in a zone.", argument: "Which type, and where." },
  query:
    "A Public Gateway as it is, or would be, used. Errors: UNKNOWN_OFFER, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY.",
  fields: {
    type: offer({
      input: "Name of the type, for example VPC-GW-S. Otherwise UNKNOWN_OFFER, with suggestions.",
      shown: "Name of its type, for example VPC-GW-S.",
    }),
    zone: zone({
      input:
        "Zone, for example fr-par-1. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where there are no such Instances.",
    }),
  },
  notes: () => ["Its address has no hardware of its own: the network is in the base of every resource."],
  recipe: { partsTable: ({ parts }) => parts.values() },
});
