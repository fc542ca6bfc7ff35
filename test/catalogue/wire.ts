/** Products as the public catalogue writes them: snake_case, Money, sizes in bytes. */
export interface WireOptions {
  readonly type?: string;
  readonly zone?: string;
  readonly vcpu?: number;
  readonly gib?: number;
  readonly unit?: { unit: string; size: number };
  readonly estimate?: { kg_co2_equivalent?: number; m3_water_usage?: number };
  readonly status?: string;
}

type Wire = Record<string, unknown>;

export function instanceOnWire(options: WireOptions = {}): Wire {
  const { type = "POP2-2C-8G", zone = "fr-par-1", vcpu = 2, gib = 8, estimate } = options;
  return {
    sku: `/compute/${type.toLowerCase().replaceAll("-", "_")}/run_${zone}`,
    service_category: "Compute",
    product_category: "Instance",
    product: type,
    variant: `${type} - ${zone}`,
    description: `${type} - ${zone} (0.0735€ per hour)`,
    locality: { zone },
    price: { retail_price: { currency_code: "EUR", units: 0, nanos: 73_500_000 } },
    properties: {
      hardware: {
        cpu: {
          description: `AMD EPYC™ 7543 (2.8 GHz), x64, vCPUs: ${vcpu}`,
          arch: "x64",
          type: "AMD EPYC™ 7543 (2.8 GHz)",
          virtual: { count: vcpu },
          threads: vcpu,
        },
        ram: { description: `${gib} GiB`, size: gib * 2 ** 30, type: "" },
        storage: { description: "Block", total: 0 },
        network: { internal_bandwidth: 4e8, public_bandwidth: 4e8, max_public_bandwidth: 4e8 },
      },
      instance: { range: "General Purpose", offer_id: type, recommended_replacement_offer_ids: [] },
    },
    ...(estimate === undefined ? {} : { environmental_impact_estimation: estimate }),
    unit_of_measure: options.unit ?? { unit: "hour", size: 1 },
    status: options.status ?? "general_availability",
    badges: [],
  };
}

/** A product type that is younger than the SDK. */
export function modelOnWire(): Wire {
  return {
    sku: "/ai/llama-3.3-70b/input_fr-par",
    service_category: "AI",
    product_category: "Generative APIs",
    product: "llama-3.3-70b-instruct",
    variant: "llama-3.3-70b-instruct - input tokens",
    description: "",
    locality: { region: "fr-par" },
    price: { retail_price: { currency_code: "EUR", units: 0, nanos: 900_000_000 } },
    properties: { generative_apis: { provider_name: "Meta", tasks: ["chat"], token_type: "input_token" } },
    environmental_impact_estimation: { kg_co2_equivalent: 0.02 },
    unit_of_measure: { unit: "token", size: 1_000_000 },
    status: "general_availability",
    badges: ["a_badge_of_tomorrow"],
  };
}
