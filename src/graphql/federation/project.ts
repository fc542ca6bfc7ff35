import { Directive, Field, ObjectType } from "type-graphql";
import {
  CurrentSession,
  During,
  External,
  Footprint,
  FootprintRequiring,
  ForeignEntity,
  type PeriodInput,
} from "../../../schema/types";
import {
  asEntityError,
  type PluginEntity,
  type ProductPlugin,
  type Representation,
} from "../../core/contract";
import { DomainError } from "../../core/errors";
import {
  type ExplainableTotals,
  missing,
  type Period,
  sumExplainable,
  unweighed,
} from "../../core/footprint";
import { type EngineSession, type FailedLine, itemError, notInSum, unknownSum } from "../../estimates";
import { typesOf } from "../product";

/** Problems that a note spells out; the rest are counted. */
const MOST_NAMED = 5;

interface Listed {
  readonly kind: string;
  readonly entity: PluginEntity;
}

/**
 * The entity `Project`, whose footprint is the sum over the resources that an inventory lists for it.
 * Federation wants every field that is required to exist in the wider graph, so a deployment says which lists do.
 *
 * @param lists fields of `Project` in the inventory, for example `servers`
 * @param requiresOf what the footprint of a listed entity requires
 * @returns null for no lists
 * @throws Error for a list that no product has
 */
export function projectTypeOf(
  plugins: readonly ProductPlugin[],
  lists: readonly string[],
  requiresOf: (entity: PluginEntity) => string = ({ requires }) => requires,
): (new (given: Representation) => object) | null {
  if (lists.length === 0) return null;
  const listed = lists.map((name) => listedAs(name, plugins));
  const requires = listed.map(({ entity }) => `${entity.listedAs} { ${requiresOf(entity)} }`).join(" ");

  @Directive('@key(fields: "id")')
  @ObjectType({
    description: "A project of the organisation, with the footprint of its resources.",
  })
  class Project extends ForeignEntity<Representation> {
    @FootprintRequiring(requires)
    async footprint(
      @CurrentSession() session: EngineSession,
      @During() during?: PeriodInput | null,
    ): Promise<Footprint> {
      const period = session.period(during);
      const lists = listed.map((one) => ({ one, all: this.given.list(one.entity.listedAs) }));
      this.given.refuseOtherFields();
      const outcomes = await Promise.all(
        lists.flatMap(({ one, all }) =>
          all.map((given, index) =>
            outcomeOf(given, `${one.entity.listedAs}.${index}`, one, session, period),
          ),
        ),
      );
      return new Footprint(sumOf(outcomes));
    }
  }
  for (const { entity } of listed) {
    const { prototype } = Project;
    const description = `Its ${entity.listedAs}, as the inventory lists them.`;
    Object.defineProperty(prototype, entity.listedAs, {
      get(this: Project) {
        return this.given.list(entity.listedAs).map((given) => new entity.type(given));
      },
    });
    Field(() => [entity.type], { description })(prototype, entity.listedAs);
    External()(prototype, entity.listedAs);
  }
  return Project;
}

function listedAs(name: string, plugins: readonly ProductPlugin[]): Listed {
  const known = plugins.flatMap((plugin) => {
    const { entity } = typesOf(plugin);
    return entity === undefined ? [] : [{ kind: plugin.kind, entity }];
  });
  const found = known.find(({ entity }) => entity.listedAs === name);
  if (found !== undefined) return found;
  const names = known.map(({ entity }) => entity.listedAs).join(", ");
  throw new Error(`FOOTPRINT_PROJECT: no product is listed as "${name}". There are ${names}.`);
}

type Outcome =
  | { readonly footprint: ExplainableTotals }
  | { readonly problem: FailedLine; readonly list: string };

async function outcomeOf(
  given: Representation,
  at: string,
  { kind, entity }: Listed,
  session: EngineSession,
  period: Period,
): Promise<Outcome> {
  try {
    const totals = async (): Promise<ExplainableTotals> =>
      session.totalsIn(kind, entity.specOf(given), period);
    return { footprint: await asEntityError(totals, entity.renamed) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { problem: { at, error: itemError(error) }, list: entity.listedAs };
  }
}

/**
 * What cannot be computed is left out of the sum, and said.
 * @throws DomainError where that is all of it: the sum is unknown.
 */
function sumOf(outcomes: readonly Outcome[]): ExplainableTotals {
  const computed = outcomes.flatMap((one) => ("footprint" in one ? [one.footprint] : []));
  const failed = outcomes.flatMap((one) => ("problem" in one ? [one] : []));
  const problems = failed.map(({ problem }) => problem);
  if (computed.length === 0 && problems.length > 0) throw unknownSum("resources", problems);
  // By their list: what many of them have in common is said once.
  const said = failed.map(({ list, problem }) => `${list}: ${problem.error.message}`);
  const named = [...new Set(said)].slice(0, MOST_NAMED);
  const leftOut = problems.length === 0 ? [] : [notInSum(problems.length, "resources"), ...named];
  return sumExplainable(computed, unweighed(...leftOut.map(missing)));
}
