import { execute, parse, specifiedRules, validate } from "graphql";
import type { Composition } from "../../src/compose";
import { Deadline } from "../../src/estimates";
import { RequestContext } from "../../src/graphql/context";
import { checkDocument, checkText, compileCost, DEFAULT_LIMITS } from "../../src/graphql/limits";
import type { MeasuredOperation } from "./operations";

export interface Measured extends MeasuredOperation {
  readonly cost: number;
  /** User and system time of all threads of the process [ms]. */
  readonly cpuMs: number;
  readonly answerBytes: number;
}

/**
 * Runs an operation with empty caches: parsed, validated, executed by graphql-js, serialised. Once in each of the
 * compositions, which share no cache; the lower time counts, as a busy machine only adds to it.
 */
export async function measure(
  compositions: readonly Composition[],
  operation: MeasuredOperation,
): Promise<Measured | null> {
  let least: Measured | null = null;
  for (const composition of compositions) {
    const one = await measureOnce(composition, operation);
    if (one === null) return null;
    if (least === null || one.cpuMs < least.cpuMs) least = one;
  }
  return least;
}

async function measureOnce(
  { schema: { executable }, sessionAt }: Composition,
  operation: MeasuredOperation,
): Promise<Measured | null> {
  const { operationName = null } = operation;
  const body = JSON.stringify({ query: operation.query, variables: operation.variables });
  const before = process.cpuUsage();
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  if (checkText(query, DEFAULT_LIMITS) !== null) return null;
  const document = parse(query);
  if (checkDocument(document, executable, DEFAULT_LIMITS).length > 0) return null;
  if (validate(executable, document, specifiedRules).length > 0) return null;
  const cost = compileCost(executable, document, operationName)(variables);
  if (cost > DEFAULT_LIMITS.cost) return null;
  const session = sessionAt(new Date(), new Deadline(DEFAULT_LIMITS.requestSeconds));
  const contextValue = new RequestContext(session, "calibration", () => {});
  const result = await execute({
    schema: executable,
    document,
    variableValues: variables,
    operationName,
    contextValue,
  });
  const answerBytes = JSON.stringify(result).length;
  const { user, system } = process.cpuUsage(before);
  return { ...operation, cost, cpuMs: (user + system) / 1000, answerBytes };
}
