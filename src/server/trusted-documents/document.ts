import type { DocumentProblem } from "./problems";

/** A document before its check. */
export interface FoundDocument {
  readonly where: string;
  readonly text: string;
  /** Its SHA-256 in the manifest. */
  readonly claimedHash?: string;
}

export interface Found {
  readonly documents: readonly FoundDocument[];
  readonly problems: readonly DocumentProblem[];
}
