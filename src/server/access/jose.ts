/** Loaded when wanted: who keeps to another kind of authentication does not pay for it. */
export async function loadJose(): Promise<typeof import("jose")> {
  try {
    return await import("jose");
  } catch (error) {
    // The package is a module, which older Node cannot load from our code.
    if ((error as NodeJS.ErrnoException).code !== "ERR_REQUIRE_ESM") throw error;
    throw new Error("FOOTPRINT_AUTH=jwt needs Node 20.19, 22.12 or later");
  }
}
