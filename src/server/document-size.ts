import type { ParseOptions } from "graphql";

/**
 * How much one document may say, as in Apollo Router. Validation walks fragments recursively: a chain of some
 * thousands of them would exhaust the stack, which is a fault of ours and not the client's.
 */
export const PARSE_OPTIONS: ParseOptions = { maxTokens: 15_000 };
