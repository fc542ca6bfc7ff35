/** What is wrong with one document to trust, or with the file or folder that holds them. */
export interface DocumentProblem {
  /** The file, with the place in it when it holds several documents. */
  readonly where: string;
  readonly message: string;
}

/** Everything that is wrong with the documents to trust, in one report. */
export class TrustedDocumentsError extends Error {
  constructor(readonly problems: readonly DocumentProblem[]) {
    const lines = problems.map(({ where, message }) => `  ${where}: ${message}`);
    super(`The documents to trust cannot be used:\n${lines.join("\n")}`);
    this.name = "TrustedDocumentsError";
  }
}
