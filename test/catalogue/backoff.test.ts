import { backoffMs, retryAfterMs } from "../../src/tools/product-catalogue/backoff";

const NOON = Date.parse("2026-08-01T12:00:00Z");

test.each([
  [1, 0, 250],
  [1, 0.5, 375],
  [2, 0, 500],
  [4, 0, 2000],
  [50, 0, 15_000],
])("after %d failures, chance %d: %d ms", (failed, chance, wait) => {
  expect(backoffMs(failed, chance)).toBe(wait);
});

test.each([
  ["7", 7000],
  ["0", 0],
  ["-3", 0],
  ["Sat, 01 Aug 2026 12:01:00 GMT", 60_000],
  ["Sat, 01 Aug 2026 11:00:00 GMT", 0],
  ["soon", null],
  ["", null],
  [null, null],
])("Retry-After %p: %p ms", (header, wait) => {
  expect(retryAfterMs(header, NOON)).toBe(wait);
});
