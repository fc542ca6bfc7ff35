/** A map, a weak one, or a cache with a bound. */
interface MapLike<K, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): unknown;
}

/** The value of a key, which is computed and inserted where there is none: `Map.getOrInsertComputed` of a later ECMAScript. */
export function getOrInsert<K, V>(map: MapLike<K, V>, key: K, compute: () => V): V {
  const known = map.get(key);
  if (known !== undefined || map.has(key)) return known as V;
  const value = compute();
  map.set(key, value);
  return value;
}

/** Values by a key, in the order in which they come: `Map.groupBy` of a later Node.js. */
export function groupBy<T, K>(all: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** Values once each, in the order in which they first come. */
export function unique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
