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
