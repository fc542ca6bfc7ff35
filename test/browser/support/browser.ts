import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { atTheEnd } from "../../support/at-the-end";
import type { Served } from "../../support/serving-process";
import { startBuiltGraph } from "./built-graph";
import { findChromium } from "./chromium";
import { picture } from "./picture";
import { watch } from "./watch";

const executable = findChromium();

/** Far longer than anything takes: it bounds a wait for what never comes, and judges no speed [ms]. */
const PATIENCE = 300_000;

/** What a test in a browser has: one browser and one graph are shared by all suites that run together. */
export interface Visit {
  readonly page: Page;
  /** Of the graph, such as `http://127.0.0.1:4321`. */
  readonly origin: string;
  /** What was wrong so far: requests to other hosts, breaches of the content security policy, errors of scripts. */
  readonly problems: readonly string[];
}

/** Tests that need a browser. A machine without one leaves them out and says so; CI must have one. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executable !== undefined) {
    describe(name, tests);
  } else if (process.env.CI === undefined || process.env.CI === "false") {
    process.stderr.write(
      `Skipped: ${name}: there is no Chromium that starts here: install one, or set CHROMIUM_PATH\n`,
    );
    describe.skip(name, tests);
  } else {
    it(`${name}: needs a Chromium`, () => {
      throw new Error("There is no Chromium that starts here: install one, or set CHROMIUM_PATH");
    });
  }
}

/**
 * Opens a path of the graph in a tab of its own, with its own storage. Fails when anything was wrong on the way: nothing may
 * come from another host, no policy be broken, no script fail.
 */
export async function inBrowser<Result>(
  path: string,
  journey: (visit: Visit) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const { origin } = await graph();
  const context = await contextWith({ baseURL: origin, ...options });
  let page: Page | undefined;
  try {
    page = await context.newPage();
    const problems = watch(page, origin);
    await page.goto(path);
    const result = await journey({ page, origin, problems });
    expect(problems).toEqual([]);
    return result;
  } catch (error) {
    if (page !== undefined)
      await picture(page, `failed ${expect.getState().currentTestName ?? path}`.replace(/\W+/g, "-"));
    throw error;
  } finally {
    await context.close();
  }
}

/** Kept by the page: it is loaded once for all looks at it. */
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/**
 * Issues of accessibility in what is shown now that are more than minor, each with where it is. It is run in the page, which has no
 * frames: between frames, all that was seen would be handed over.
 */
export async function issuesOf(page: Page): Promise<string[]> {
  expect(page.frames().length).toBe(1);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact !== "minor")
    .map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
}

let launched: Promise<Browser> | undefined;
let started: Promise<Served> | undefined;

function browser(): Promise<Browser> {
  if (launched === undefined) {
    // In a container, tests run as root, for whom Chromium has no sandbox. They open pages of our own.
    const args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];
    // There is no graphics card, and pages need none: one that is computed takes a tenth of all that the browser does.
    args.push("--disable-gpu", "--disable-software-rasterizer");
    const own = executable === undefined ? {} : { executablePath: executable };
    launched = chromium.launch({ ...own, args, timeout: PATIENCE });
    const closing = launched;
    atTheEnd(async () => (await closing).close());
  }
  return launched;
}

/** Storage of its own, and tabs that wait for as long as a busy machine takes. */
export async function contextWith(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await browser()).newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

export function graph(): Promise<Served> {
  if (started === undefined) {
    started = startBuiltGraph();
    const stopping = started;
    atTheEnd(async () => (await stopping).stop());
  }
  return started;
}
