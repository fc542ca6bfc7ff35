import { DEFAULT_LIMITS, type Limits } from "../../src/graphql/limits";

/** A request may take as long as it wants to: that a machine is busy is no fault. */
export const PATIENT_LIMITS: Limits = { ...DEFAULT_LIMITS, requestSeconds: 3600 };
