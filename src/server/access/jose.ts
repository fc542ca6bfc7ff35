/** Loaded on demand: other kinds of authentication do not need it. */
export async function loadJose(): Promise<typeof import("jose")> {
  try {
    return await import("jose");
  } catch (error) {
    // The package is an ES module, which older versions of Node cannot load with `require`.
    if ((error as NodeJS.ErrnoException).code !== "ERR_REQUIRE_ESM") throw error;
    throw new Error("FOOTPRINT_AUTH=jwt needs Node 20.19, 22.12 or later");
  }
}
