/** Nothing that was answered or logged may hold a secret, or a part of one that is long enough to tell it. */
export function expectNothingOf(secrets: readonly string[], texts: readonly string[]): void {
  for (const secret of secrets) {
    const parts = [secret, ...secret.split(".").filter((part) => part.length > 15), secret.slice(-16)];
    expect(texts.filter((text) => parts.some((part) => text.includes(part)))).toEqual([]);
  }
}
