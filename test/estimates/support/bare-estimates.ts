import { composeEstimates } from "../../../src/compose-estimates";
import { estimate } from "../../../src/estimates";

/** What a process tells that estimated every sample of every product, with no graph. */
export interface BareEstimates {
  /** Parts of the footprint by product and sample. */
  readonly parts: Readonly<Record<string, object>>;
  /** Files that were loaded, when all but tokens were estimated and at the end. */
  readonly loadedBeforeTokens: readonly string[];
  readonly loaded: readonly string[];
}

async function main(now: Date): Promise<BareEstimates> {
  const { plugins, sessionAt, benchmarks } = composeEstimates();
  const session = sessionAt(now);
  const parts: Record<string, object> = {};
  const estimateSamplesOf = async (kind: string, valid: Readonly<Record<string, object>>): Promise<void> => {
    for (const [name, spec] of Object.entries(valid)) {
      parts[`${kind}: ${name}`] = (await estimate({ [kind]: spec }, null, session)).parts;
    }
  };
  const samples = plugins.map(({ kind, samples }) => ({ kind, valid: {}, ...samples?.() }));
  // Tokens are of the whole period, and ask the store.
  const isOfTokens = ({ amounts }: { amounts?: string }): boolean => amounts === "PER_PERIOD";
  for (const { kind, valid } of samples.filter((one) => !isOfTokens(one)))
    await estimateSamplesOf(kind, valid);
  const loadedBeforeTokens = Object.keys(require.cache);
  for (const { kind, valid } of samples.filter(isOfTokens)) await estimateSamplesOf(kind, valid);
  await benchmarks.close();
  return { parts, loadedBeforeTokens, loaded: Object.keys(require.cache) };
}

if (require.main === module) {
  void main(new Date(process.argv[2] as string)).then((found) => process.stdout.write(JSON.stringify(found)));
}
