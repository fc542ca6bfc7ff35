import { sha256 } from "../sha256";
import { type DocumentRules, problemsOf } from "./check";
import { TrustedDocumentsError } from "./problems";
import { findDocuments } from "./source";

/** The texts of the trusted documents, by SHA-256. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/**
 * Reads the documents of a folder or manifest and checks each against the schema.
 * @throws TrustedDocumentsError with all problems.
 */
export function loadTrustedDocuments(path: string, rules: DocumentRules): TrustedDocuments {
  const { documents, problems: unread } = findDocuments(path);
  const problems = [...unread, ...documents.flatMap((document) => problemsOf(document, rules))];
  if (problems.length > 0) throw new TrustedDocumentsError(problems);
  return new Map(documents.map(({ text }) => [sha256(text), text]));
}
