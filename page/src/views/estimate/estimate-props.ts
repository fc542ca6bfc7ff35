import type { Catalogue } from "../../form/fields";
import type { EstimateState } from "./state";

export interface EstimateProps {
  readonly catalogue: Catalogue;
  readonly state: EstimateState;
  readonly change: (changes: Partial<EstimateState>, how: "push" | "replace") => void;
}
