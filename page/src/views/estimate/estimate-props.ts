import type { Catalogue } from "../../form/fields";
import type { EstimateState } from "./state";

export interface EstimateProps {
  readonly catalogue: Catalogue;
  readonly state: EstimateState;
  /** Named in the address, and not in this graph; null for none. */
  readonly unknownProduct: string | null;
  readonly change: (changes: Partial<EstimateState>, how: "push" | "replace") => void;
}
