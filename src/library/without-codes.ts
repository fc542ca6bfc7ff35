const CODE = "[A-Z]+(?:_[A-Z]+)+";

/** What is said in each way of an error, and what people read instead. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[,;]? otherwise ${CODE}[^.;]*(?=[.;])`, "g"), ""],
  [new RegExp(` ?Otherwise ${CODE}[^.]*\\.`, "g"), ""],
  [new RegExp(`; ${CODE}[^.;]*(?=[.;])`, "g"), ""],
  [new RegExp(`\\bis ${CODE}`, "g"), "is refused"],
  [new RegExp(`, ${CODE}(?=[.;,])`, "g"), ", it is refused"],
  // Queries are of the graph.
  [/; [a-z]+[A-Z]\w* lists them(?=\.)/g, ""],
  [/`([^`]+)`/g, "$1"],
];

/** A description of the schema, for people: codes of errors and names of queries are for programs. */
export function withoutCodes(text: string): string {
  return SAID.reduce((said, [found, instead]) => said.replace(found, instead), text);
}
