/** `1 line`, `1,200 lines`. */
export function counted(many: number, what: string): string {
  return `${many.toLocaleString("en")} ${what}${many === 1 ? "" : "s"}`;
}
