import type { ProductCatalogv2alpha1 } from "@scaleway/sdk-product-catalog";
import { isRecord } from "../../core/helpers";
import { amount, type JsonObject, optionalAmount, optionalText, text } from "./fields";
import type { CatalogueProduct, Estimate, Gpus, Locality, UnitOfMeasure } from "./product";

type SdkProduct = ProductCatalogv2alpha1.PublicCatalogProduct;

/**
 * A product as the SDK read it, with what the SDK does not know of it taken from the answer itself.
 * Unknown product types, units and statuses stay as they are.
 * @throws TypeError naming the field that is not of its type.
 */
export function readProduct(product: SdkProduct, raw: JsonObject, readOn: string): CatalogueProduct {
  const { type, properties } = ownProperties(raw);
  const hardware = product.properties?.hardware;
  const read: CatalogueProduct = {
    sku: text(product.sku, "sku"),
    type,
    name: text(product.product, "product"),
    variant: optionalText(product.variant, "variant"),
    offerId: offerIdOf(product),
    locality: localityOf(product.locality),
    unit: unitOf(product.unitOfMeasure),
    vcpu: optionalAmount(hardware?.cpu?.virtual?.count ?? hardware?.cpu?.threads, "hardware.cpu count"),
    ramBytes: optionalAmount(hardware?.ram?.size, "hardware.ram.size"),
    gpus: gpusOf(hardware?.gpu),
    cpuType: optionalText(hardware?.cpu?.type, "hardware.cpu.type"),
    status: text(product.status, "status"),
    estimate: estimateOf(product.environmentalImpactEstimation),
    properties,
    readOn,
  };
  if (type === "instance") checkInstance(read);
  return read;
}

/** The product type is the one key beside `hardware`: the SDK leaves out the types that are younger than it. */
function ownProperties(raw: JsonObject): Pick<CatalogueProduct, "type" | "properties"> {
  const all = isRecord(raw.properties) ? raw.properties : {};
  for (const [type, properties] of Object.entries(all)) {
    if (type !== "hardware" && isRecord(properties)) return { type, properties };
  }
  return { type: null, properties: null };
}

function offerIdOf({ properties }: SdkProduct): string | null {
  const dedibox = properties?.dedibox?.offerId;
  const named =
    properties?.instance?.offerId ??
    properties?.elasticMetal?.offerId ??
    properties?.appleSilicon?.serverType;
  return dedibox === undefined ? optionalText(named, "offer_id") : String(dedibox);
}

function localityOf(locality: SdkProduct["locality"]): Locality | null {
  if (locality === undefined) return null;
  if (locality.global === true) return { level: "global", name: null };
  for (const level of ["zone", "region", "datacenter"] as const) {
    const name = optionalText(locality[level], `locality.${level}`);
    if (name !== null) return { level, name };
  }
  return null;
}

function unitOf(unit: SdkProduct["unitOfMeasure"]): UnitOfMeasure | null {
  if (unit === undefined) return null;
  return { unit: text(unit.unit, "unit_of_measure.unit"), size: amount(unit.size, "unit_of_measure.size") };
}

function gpusOf(gpu: { count: unknown; type: unknown } | undefined): Gpus | null {
  if (gpu === undefined) return null;
  return {
    count: amount(gpu.count, "hardware.gpu.count"),
    type: optionalText(gpu.type, "hardware.gpu.type"),
  };
}

function estimateOf(estimate: SdkProduct["environmentalImpactEstimation"]): Estimate | null {
  if (estimate === undefined) return null;
  const part = (field: string, value: unknown): number | null =>
    optionalAmount(value, `environmental_impact_estimation.${field}`);
  const kgCo2Equivalent = part("kg_co2_equivalent", estimate.kgCo2Equivalent);
  const m3WaterUsage = part("m3_water_usage", estimate.m3WaterUsage);
  return kgCo2Equivalent === null && m3WaterUsage === null ? null : { kgCo2Equivalent, m3WaterUsage };
}

/** What an Instance is compared by must be there. */
function checkInstance({ offerId, locality }: CatalogueProduct): void {
  text(offerId, "instance.offer_id");
  text(locality?.level === "zone" ? locality.name : null, "locality.zone of an Instance");
}
