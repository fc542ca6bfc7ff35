import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startBuiltGraph } from "./support/built-graph";
import { findChromium } from "./support/chromium";
import { SCHEMES, WIDTHS } from "./support/looks";

/** Takes the pictures of the docs: `npm run screenshots`. */
const FOLDER = join(__dirname, "../../docs/pictures");
const HEIGHT = 900;

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("There is no Chromium that starts here: set CHROMIUM_PATH");
  mkdirSync(FOLDER, { recursive: true });
  const graph = await startBuiltGraph();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  for (const [name, width] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const viewport = { width, height: HEIGHT };
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
      await page.goto(graph.origin, { waitUntil: "networkidle" });
      await page.screenshot({
        path: join(FOLDER, `page-${name}-${colorScheme}.png`),
        animations: "disabled",
      });
      await page.close();
    }
  }
  await browser.close();
  await graph.stop();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
