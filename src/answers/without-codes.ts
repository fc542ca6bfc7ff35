/** A description of the schema, for people: codes of errors are for programs. */
export function withoutCodes(text: string): string {
  return text
    .replace(/[,;]? otherwise [A-Z]+(_[A-Z]+)+[^.;]*(?=[.;])/g, "")
    .replace(/ ?Otherwise [A-Z]+(_[A-Z]+)+[^.]*\./g, "");
}
