import { ask, GraphError, type GraphProblem } from "../../api/ask";
import type { BasketLine } from "../../basket/basket";
import {
  PagePortfolioDocument,
  type PagePortfolioQuery,
  type PagePortfolioQueryVariables,
} from "../../generated/operations";

type Portfolio = NonNullable<PagePortfolioQuery["portfolio"]>;

/** The figure of a line, or why it has none. */
export interface LineAnswer {
  readonly name: string | null;
  readonly place: string | null;
  readonly total: NonNullable<Portfolio["items"][number]["footprint"]>["total"] | null;
  readonly problem: GraphProblem | null;
}

export interface BasketAnswer {
  /** Of each line, in its place; those that are not asked yet are not there. */
  readonly lines: readonly LineAnswer[];
  /** What the graph answered, in order: its sums add up. */
  readonly portfolios: readonly Portfolio[];
}

/** Fewer than the graph takes at a time, so that progress is seen and others have their turn. */
export const LINES_AT_A_TIME = 2_500;
/** Of a request that is too much as a whole: less of it may do. */
const TOO_MUCH = new Set(["QUERY_TOO_COMPLEX", "PAYLOAD_TOO_LARGE", "REQUEST_TIMEOUT"]);

/**
 * Asks for the lines some at a time. What the graph refuses as a whole is asked for by halves, down to the one line that is at
 * fault, so that none spoils the others and none is left out.
 * @throws GraphError for what is wrong with the whole: the period of all lines, or a graph that is away
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

/** The variables of a request: labels stay here. */
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
    // The sum of lines that all failed is unknown, and an error: each line then says why by itself.
    if (!(error instanceof GraphError) || !isOfSum(error)) throw error;
    return ask(PagePortfolioDocument, { ...variables, sums: false }, signal);
  });
  if (portfolio == null)
    throw new GraphError([
      { code: "UNKNOWN", message: "The graph gave no answer.", field: null, suggestions: [] },
    ]);
  return portfolio;
}

/** A line is at fault, or that there are so many; not the period of all, nor that the graph is away. */
function isOfLines({ problems }: GraphError): boolean {
  return problems.some(({ code, field }) => TOO_MUCH.has(code) || /^items(\.|$)/.test(field ?? ""));
}

/** The graph says such an error of the first line, as a query of it alone would carry it. */
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
