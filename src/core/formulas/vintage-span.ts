/** The days on which something stays as it is: from `since` (ISO, UTC), before `until`; null where there is no such border. */
export interface VintageSpan {
  readonly since: string | null;
  readonly until: string | null;
}

export function holdsOn({ since, until }: VintageSpan, day: string): boolean {
  return (since === null || since <= day) && (until === null || day < until);
}

/** The days on which all of them stay as they are. */
export function commonSpan(spans: readonly VintageSpan[], own: VintageSpan): VintageSpan {
  let { since, until } = own;
  for (const one of spans) {
    if (one.since !== null && (since === null || one.since > since)) since = one.since;
    if (one.until !== null && (until === null || one.until < until)) until = one.until;
  }
  return { since, until };
}

/**
 * Which of several is in force on a day, no two of them at once; undefined on a day of none. With the days on which that stays so.
 * @param spanOf the days of one
 */
export function inForceOn<T>(
  all: readonly T[],
  day: string,
  spanOf: (one: T) => VintageSpan,
): VintageSpan & { readonly one: T | undefined } {
  const one = all.find((each) => holdsOn(spanOf(each), day));
  if (one !== undefined) return { one, ...spanOf(one) };
  const outside = all.map((each) => spanOutside(spanOf(each), day));
  return { one, ...commonSpan(outside, { since: null, until: null }) };
}

/** The days on the side of a day, after a span or before it. */
function spanOutside({ since, until }: VintageSpan, day: string): VintageSpan {
  return until !== null && until <= day ? { since: until, until: null } : { since: null, until: since };
}
