import { EXAMPLES } from "../support/operations";
import { describeInBrowser, inBrowser, issuesOf, overflow, picture, WIDTHS } from "./support";

const PUBLISHED = Object.keys(EXAMPLES);

/**
 * What GraphiQL's own parts are made of: a tab with a button to close it; editors that scroll by the keys that move in them; no
 * heading and no landmark around its tabs and its logo.
 */
const OF_GRAPHIQL =
  /^(nested-interactive|scrollable-region-focusable|landmark-one-main|page-has-heading-one|region): /;

describeInBrowser("GraphiQL at /graphql", () => {
  it("begins with the published operations, and runs one of them", async () => {
    await inBrowser("/graphql", async ({ page }) => {
      const tabs = page.getByRole("tab");
      await tabs.first().waitFor();
      expect((await tabs.allInnerTexts()).sort()).toEqual([...PUBLISHED].sort());
      await page.getByRole("button", { name: /Execute query/ }).click();
      await page.locator(".result-window").getByText("kgCo2Equivalent").first().waitFor();
      const issues = await issuesOf(page);
      expect(issues.filter((issue) => !OF_GRAPHIQL.test(issue))).toEqual([]);
      await picture(page, "explorer");
    });
  });
  it("documents the schema", async () => {
    await inBrowser("/graphql", async ({ page }) => {
      await page.getByRole("button", { name: /Documentation Explorer/ }).click();
      await page.getByRole("link", { name: "Query", exact: true }).click();
      const query = page.getByText("instanceTypes", { exact: true }).first();
      await query.waitFor();
      expect(await query.isVisible()).toBe(true);
      await picture(page, "explorer-docs");
    });
  });
  it("opens what a link holds", async () => {
    const query =
      'query Linked($type: String!) { instance(input: { type: $type, zone: "fr-par-1" }) { name } }';
    const parameters = new URLSearchParams({ query, variables: '{"type":"PRO2-S"}' });
    await inBrowser(`/graphql/?${parameters}`, async ({ page }) => {
      expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Linked");
      await page.getByRole("button", { name: /Execute query/ }).click();
      await page.locator(".result-window").getByText('"PRO2-S"').waitFor();
    });
  });
  it("is of the colour scheme that people prefer, and no wider than their window", async () => {
    await inBrowser(
      "/graphql",
      async ({ page }) => {
        await page.getByRole("tab").first().waitFor();
        const colour = await page
          .locator(".graphiql-container")
          .evaluate((element) => getComputedStyle(element).backgroundColor);
        expect(colour).toMatch(/^(rgb\(3\d, 4\d, 5\d\))/);
        expect(await overflow(page)).toBe(0);
        await picture(page, "explorer-dark-narrow");
      },
      { colorScheme: "dark", viewport: { width: WIDTHS.narrow, height: 800 } },
    );
  });
});
