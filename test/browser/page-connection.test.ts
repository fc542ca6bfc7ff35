import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOfApiKey, makeApiKey } from "../../src/server/access";
import { contextWith, describeInBrowser, graph, issuesOf } from "./support";
import { startBuiltGraph } from "./support/built-graph";
import { figure, settled } from "./support/headline";

describeInBrowser("the page and its graph", () => {
  it("says that the graph is away, in views never opened too, and goes on when it is back", async () => {
    const context = await contextWith();
    try {
      const page = await context.newPage();
      await page.goto((await graph()).origin);
      await settled(page);
      await page.getByRole("region", { name: "Places" }).locator("tbody tr").nth(3).waitFor();
      const isGone = (url: URL): boolean => url.protocol === "http:";
      await context.route(isGone, (route) => route.abort());
      await page.getByRole("button", { name: "Year" }).click();
      const away = page.getByRole("alert").filter({ hasText: "The graph does not answer" });
      await away.getByRole("button", { name: "Try again" }).waitFor();
      // What is shown is of the month still: all of it is marked.
      const old = page.locator(".answered[aria-busy='true']");
      expect(await old.locator(".of-before").count()).toBe(5);
      expect(await page.locator(".headline.old").count()).toBe(1);
      await page.getByRole("link", { name: "Basket", exact: true }).click();
      await page.getByText("Loading …").waitFor();
      expect(await away.count()).toBe(1);
      await away.getByRole("button", { name: "Try again" }).click();
      expect(await issuesOf(page)).toEqual([]);
      await context.unroute(isGone);
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await page.getByText("The basket is empty.").waitFor();
      await away.waitFor({ state: "detached" });
      await page.goBack();
      await page.locator(".headline:not(.old) .lead", { hasText: "8,760 hours" }).waitFor();
    } finally {
      await context.close();
    }
  });

  it("asks for a key where the graph wants one, and keeps it in its tab", async () => {
    const folder = mkdtempSync(join(tmpdir(), "footprint-key-"));
    const [file, key] = [join(folder, "keys"), makeApiKey()];
    writeFileSync(file, `somebody sha256:${hashOfApiKey(key)} 2099-01-01\n`);
    const guarded = await startBuiltGraph({ FOOTPRINT_AUTH: "keys", FOOTPRINT_API_KEYS: file });
    const context = await contextWith();
    try {
      const page = await context.newPage();
      await page.goto(guarded.origin);
      const dialog = page.getByRole("dialog", { name: "This graph wants a key" });
      await dialog.waitFor();
      expect(await issuesOf(page)).toEqual([]);
      for (const [entered, isAdmitted] of [
        ["wrong", false],
        [key, true],
      ] as const) {
        const answered = page.waitForResponse((response) => response.url().endsWith("/graphql"));
        await page.getByLabel("API key or token").fill(entered);
        await page.keyboard.press("Enter");
        expect((await answered).ok()).toBe(isAdmitted);
      }
      expect(await figure(page)).toMatch(/^\d/);
      expect(await dialog.isVisible()).toBe(false);
      const kept = await page.evaluate(() => [JSON.stringify(sessionStorage), JSON.stringify(localStorage)]);
      expect(kept.map((store) => store.includes(key))).toEqual([true, false]);
      expect(await page.evaluate(() => window.location.href)).not.toContain(key);
    } finally {
      await context.close();
      await guarded.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
