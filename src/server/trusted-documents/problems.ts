/** A problem of one trusted document, or of their file or folder. */
export interface DocumentProblem {
  /** The file, and the position in it if it has several documents. */
  readonly where: string;
  readonly message: string;
}

/** All problems of the trusted documents, in one report. */
export class TrustedDocumentsError extends Error {
  constructor(readonly problems: readonly DocumentProblem[]) {
    const lines = problems.map(({ where, message }) => `  ${where}: ${message}`);
    super(`The documents to trust cannot be used:\n${lines.join("\n")}`);
    this.name = "TrustedDocumentsError";
  }
}
