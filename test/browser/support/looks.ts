/** A telephone, a tablet, a desk [px]. */
export const WIDTHS = { narrow: 360, middle: 768, wide: 1280 } as const;
export const SCHEMES = ["light", "dark"] as const;
