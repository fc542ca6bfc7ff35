/** The same resource in another place. */
export interface OtherPlace {
  /** Name of a zone or region. */
  readonly place: string;
  readonly spec: object;
}

/** The specification in each of the places but its own. */
export function inOtherPlaces(
  places: Iterable<string>,
  own: string,
  specIn: (place: string) => object,
): OtherPlace[] {
  return [...new Set(places)]
    .filter((place) => place !== own)
    .map((place) => ({ place, spec: specIn(place) }));
}
