import { DEFAULT_LIMITS, type Limits } from "../../src/graphql/limits";

/** Without a time limit, as the machine can be busy. */
export const PATIENT_LIMITS: Limits = { ...DEFAULT_LIMITS, requestSeconds: 3600 };
