import type { DocumentProblem } from "./problems";

/** A document as it was found, not yet looked at. */
export interface FoundDocument {
  readonly where: string;
  readonly text: string;
  /** The SHA-256 that a manifest gives it. */
  readonly claimedHash?: string;
}

export interface Found {
  readonly documents: readonly FoundDocument[];
  readonly problems: readonly DocumentProblem[];
}
