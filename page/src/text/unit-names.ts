/** Units that the graph writes without signs that keyboards lack. */
const NAMES: Readonly<Record<string, string>> = { "-": "", kgCO2e: "kg CO₂e", kgSbeq: "kg Sb eq", m3: "m³" };

/** A unit of the graph as people write it: `kgCO2e/kWh` is "kg CO₂e/kWh". */
export function unitName(unit: string): string {
  return unit
    .split("/")
    .map((part) => NAMES[part] ?? part)
    .join("/");
}
