/** Downloads a generated file. */
export function save(content: Blob | string, name: string, type = "text/csv;charset=utf-8"): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Later, when the download has started.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file name from letters and digits of a title. */
export function fileName(shown: string, ending: string): string {
  const plain = shown
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain.slice(0, 60) || "footprint"}.${ending}`;
}
