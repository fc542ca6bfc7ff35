import { ask, GraphError, type GraphProblem } from "../../api/ask";
import type { BasketLine } from "../../basket/basket";
import {
  PagePortfolioDocument,
  type PagePortfolioQuery,
  type PagePortfolioQueryVariables,
} from "../../generated/operations";

type Portfolio = NonNullable<PagePortfolioQuery["portfolio"]>;

/** The figure of a line, or its error. */
export interface LineAnswer {
  readonly name: string | null;
  readonly place: string | null;
  readonly total: NonNullable<Portfolio["items"][number]["footprint"]>["total"] | null;
  readonly problem: GraphProblem | null;
}

export interface BasketAnswer {
  /** By index of the line; absent until requested. */
  readonly lines: readonly LineAnswer[];
  /** The responses in order; their sums are added up. */
  readonly portfolios: readonly Portfolio[];
}

/** Lines of a request: fewer than the limit, for progress, and so that other clients get their turn. */
export const LINES_AT_A_TIME = 2_500;
/** Codes of requests that are too large: a smaller one may succeed. */
const TOO_MUCH = new Set(["QUERY_TOO_COMPLEX", "PAYLOAD_TOO_LARGE", "REQUEST_TIMEOUT"]);

/**
 * Requests the lines in batches. A refused batch is split in halves, down to the invalid
 * line, so that it does not affect the others and none is left out.
 * @throws GraphError for errors of the whole: the common period, or an unreachable server
 */
export async function estimateBasket(
  lines: readonly BasketLine[],
  during: PagePortfolioQueryVariables["during"],
  signal: AbortSignal,
  progress: (answer: BasketAnswer) => void,
): Promise<BasketAnswer> {
  const answered: LineAnswer[] = [];
  const portfolios: Portfolio[] = [];
  const askFor = async (some: readonly BasketLine[]): Promise<void> => {
    try {
      const portfolio = await portfolioOf(some, during, signal);
      portfolios.push(portfolio);
      for (const item of portfolio.items) answered.push(answerOf(item));
      progress({ lines: answered, portfolios });
    } catch (error) {
      if (!(error instanceof GraphError) || !isOfLines(error)) throw error;
      if (some.length === 1) {
        answered.push({ name: null, place: null, total: null, problem: error.problems[0] });
        return;
      }
      const half = Math.ceil(some.length / 2);
      await askFor(some.slice(0, half));
      await askFor(some.slice(half));
    }
  };
  for (let from = 0; from < lines.length; from += LINES_AT_A_TIME) {
    await askFor(lines.slice(from, from + LINES_AT_A_TIME));
  }
  return { lines: answered, portfolios };
}

/** The variables of a request; labels are not sent. */
export function variablesFor(
  lines: readonly BasketLine[],
  during: PagePortfolioQueryVariables["during"],
): PagePortfolioQueryVariables {
  const items = lines.map(({ item: { count, during: own, resource } }) => ({ count, during: own, resource }));
  return { items, during, sums: true } as unknown as PagePortfolioQueryVariables;
}

async function portfolioOf(
  lines: readonly BasketLine[],
  during: PagePortfolioQueryVariables["during"],
  signal: AbortSignal,
): Promise<Portfolio> {
  const variables = variablesFor(lines, during);
  const { portfolio } = await ask(PagePortfolioDocument, variables, signal).catch((error: unknown) => {
    // If all lines fail, the sum is an error, too; each line has its own.
    if (!(error instanceof GraphError) || !isOfSum(error)) throw error;
    return ask(PagePortfolioDocument, { ...variables, sums: false }, signal);
  });
  if (portfolio == null)
    throw new GraphError([
      { code: "UNKNOWN", message: "The graph gave no answer.", field: null, suggestions: [] },
    ]);
  return portfolio;
}

/** Whether splitting can help: an error of a line or of the size, and not of the common period or the server. */
function isOfLines({ problems }: GraphError): boolean {
  return problems.some(({ code, field }) => TOO_MUCH.has(code) || /^items(\.|$)/.test(field ?? ""));
}

/** Whether all lines failed: the sum then has the error of the first line, with the field that a query of this line alone would name. */
function isOfSum({ problems }: GraphError): boolean {
  return problems.some(({ field }) => field?.startsWith("items.") ?? false);
}

function answerOf({ error, footprint, resource }: Portfolio["items"][number]): LineAnswer {
  return {
    name: resource?.name ?? null,
    place: resource?.locality.name ?? null,
    total: footprint?.total ?? null,
    problem: error ?? null,
  };
}
