import { columnTitle } from "../../src/core/factors/column-title";

it.each([
  ["ram_gib", "GiB", "RAM"],
  ["vcpu", "vCPU", "vCPU"],
  ["local_storage_gb", "GB", "local storage"],
  ["tdp_w", "W", "TDP"],
  ["gpu_units", "-", "GPU units"],
  ["w", "W", "w"],
])("the number of %s [%s] is called %s", (column, unit, title) => {
  expect(columnTitle(column, unit)).toBe(title);
});
