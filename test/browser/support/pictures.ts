import type { Page } from "playwright-core";
import { inBrowser, type Visit } from "./browser";
import { SCHEMES, WIDTHS } from "./looks";

/** Visits a path in three widths, and looks at it in both colour schemes: `seen` is given the name of each, such as `narrow-dark`. */
export async function inAllLooks(
  path: string,
  seen: (visit: Visit, look: string) => Promise<void>,
): Promise<void> {
  for (const [name, width] of Object.entries(WIDTHS)) {
    const inBoth = async (visit: Visit): Promise<void> => {
      for (const colorScheme of SCHEMES) {
        await visit.page.emulateMedia({ colorScheme });
        await seen(visit, `${name}-${colorScheme}`);
      }
    };
    await inBrowser(path, inBoth, { viewport: { width, height: 900 }, colorScheme: SCHEMES[0] });
  }
}

/** How far a page is wider than its window [px]: people would have to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
