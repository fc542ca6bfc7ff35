/** To be called by a helper that judges by itself, and throws: it counts as `expect` does, without which a test fails. */
export function asserted(): void {
  expect.getState().assertionCalls += 1;
}
