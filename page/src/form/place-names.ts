import type { Place } from "./fields";

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

export const countryName = (code: string): string => countries.of(code) ?? code;

/** `fr-par-2 · France`, for a zone as for a region. */
export function placeText(name: string, places: readonly Place[]): string {
  const place = places.find((one) => one.name === name) ?? places.find(({ region }) => region === name);
  return place === undefined ? name : `${name} · ${countryName(place.country)}`;
}
