/** Words in names of columns that people write in capitals. */
const CAPITALS: Readonly<Record<string, string>> = {
  cpu: "CPU",
  gpu: "GPU",
  ram: "RAM",
  tdp: "TDP",
  vcpu: "vCPU",
};

/**
 * What the number of a column is called, without the unit that stands beside it: `ram_gib` [GiB] is the RAM.
 *
 * @param unit of the column, `-` for none
 */
export function columnTitle(column: string, unit: string): string {
  const words = column.split("_");
  if (words.length > 1 && words.at(-1) === unit.toLowerCase()) words.pop();
  return words.map((word) => CAPITALS[word] ?? word).join(" ");
}
