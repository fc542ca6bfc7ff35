import type { Page } from "playwright-core";

/** The number of the headline, as it is read. */
export const figure = (page: Page): Promise<string> => page.locator(".headline .total .number").innerText();
/** Waits until the headline is that of what was asked last. */
export const settled = (page: Page): Promise<void> => page.locator('.headline[aria-busy="false"]').waitFor();
