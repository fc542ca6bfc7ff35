import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  describeInBrowser,
  graph,
  inAllLooks,
  inBrowser,
  issuesOf,
  overflow,
  picture,
  type Visit,
  WIDTHS,
} from "./support";
import { figure, settled } from "./support/headline";

const BUILT = join(__dirname, "../../dist/page");
const MOST_KB = 200;

async function products(): Promise<{ id: string; name: string }[]> {
  const { origin } = await graph();
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ products { id name } }" }),
  });
  return ((await response.json()) as { data: { products: { id: string; name: string }[] } }).data.products;
}

describeInBrowser("the page", () => {
  it("shows a figure at once, in less than 200 kB", async () => {
    const index = readFileSync(join(BUILT, "index.html"), "utf8");
    const first = [...index.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => `${file}.gz`);
    const bytes = ["index.html.gz", ...first].reduce(
      (sum, file) => sum + statSync(join(BUILT, file)).size,
      0,
    );
    expect(first.length).toBeGreaterThan(2);
    expect(bytes / 1000).toBeLessThan(MOST_KB);
    await inBrowser("/", async ({ page }) => {
      await settled(page);
      expect(await figure(page)).toMatch(/^\d/);
      expect(await page.title()).toBe("Estimate · Footprint Graph");
      expect(await page.locator("h1").count()).toBe(1);
    });
  });

  it("loads less than 200 kB with its picture of components too", () => {
    const first = readdirSync(join(BUILT, "assets")).filter((file) =>
      /^(index|echarts-(core|tree)).*\.br$/.test(file),
    );
    const bytes = first.reduce((sum, file) => sum + statSync(join(BUILT, "assets", file)).size, 0);
    expect(first.length).toBe(4);
    expect(bytes / 1000).toBeLessThan(MOST_KB);
  });

  it("estimates every product, from the first moment on", async () => {
    const all = await products();
    expect(all.length).toBeGreaterThan(5);
    const each = async ({ page }: Visit): Promise<void> => {
      for (const { id, name } of all) {
        await page.getByLabel("Product", { exact: true }).selectOption(id);
        await page.waitForURL((url) => url.hash.includes(`product=${encodeURIComponent(id)}`));
        await page.waitForFunction(() =>
          document.querySelector(".answered:not(.old)[aria-busy='false'] .tree tbody tr"),
        );
        await settled(page);
        expect([name, await figure(page)]).toEqual([name, expect.stringMatching(/^\d/)]);
        expect([name, await page.locator(".problem, .said:not(:empty)").allInnerTexts()]).toEqual([name, []]);
        expect([name, await overflow(page)]).toEqual([name, 0]);
      }
    };
    await inBrowser("/", each, { viewport: { width: WIDTHS.narrow, height: 800 } });
  });

  it("never holds the places of one answer against the figure of another", async () => {
    await inBrowser("/", async ({ page }) => {
      const rows = page.getByRole("region", { name: "Places" }).locator("tbody tr");
      await rows.nth(3).waitFor();
      const [month, ofMonth] = [await figure(page), await rows.allInnerTexts()];
      await page.getByText(/^Left out: it-mil-1, where PRO2-S is not offered/).waitFor();
      expect(await page.locator("#input-zone option").allInnerTexts()).toContain(
        "it-mil-1 · Italy · not offered there",
      );
      let letGo = (): void => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      await page.route("**/graphql", async (route) => {
        if (route.request().postData()?.includes("query PagePlaces") === true) await held;
        await route.continue();
      });
      await page.getByRole("button", { name: "Year" }).click();
      await page.waitForFunction(
        (before) => document.querySelector(".total .number")?.textContent !== before,
        month,
      );
      expect(await rows.allInnerTexts()).toEqual(ofMonth);
      letGo();
      await page.locator(".places .here", { hasText: await figure(page) }).waitFor();
    });
  });

  it("says of which period the figure is, and not what was entered since", async () => {
    await inBrowser("/", async ({ page }) => {
      await settled(page);
      const lead = page.locator(".headline .lead");
      const month = await lead.innerText();
      expect(month).toContain("730 hours");
      for (const wrong of ["abc", "-1"]) {
        await page.getByLabel("Hours", { exact: true }).fill(wrong);
        await page.locator(".headline .problem", { hasText: wrong }).waitFor();
        expect(await lead.innerText()).toBe(month);
      }
      await page.getByLabel("Hours", { exact: true }).fill("100");
      await page.locator(".headline .lead", { hasText: "100 hours" }).waitFor();
    });
  });

  it("follows what is set, and the browser's way back", async () => {
    await inBrowser("/", async ({ page }) => {
      await settled(page);
      const month = await figure(page);
      await page.getByRole("button", { name: "Year" }).click();
      await page.waitForFunction(
        (before) => document.querySelector(".total .number")?.textContent !== before,
        month,
      );
      await page.waitForURL((url) => url.hash.includes("hours=8760"));
      const year = page.url();
      await page.goBack();
      await page.waitForFunction(
        (before) => document.querySelector(".total .number")?.textContent === before,
        month,
      );
      await page.goForward();
      await page.waitForURL(year);
      // As on pages that are not secure, which have no clipboard.
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByText("Copied.").waitFor();
      await page.locator("#hours").fill("");
      await page.locator("#hours").press("ControlOrMeta+v");
      expect(await page.locator("#hours").inputValue()).toBe(year);
      const linked = await page.context().newPage();
      await linked.goto(year);
      await settled(linked);
      expect(await linked.locator("#hours").inputValue()).toBe("8760");
    });
  });

  it("says what is wrong beside the field, and what was meant", async () => {
    await inBrowser("/", async ({ page }) => {
      await settled(page);
      const sound = await figure(page);
      const type = page.getByRole("combobox", { name: "Type" });
      await type.fill("PRO2-Z");
      await type.press("Tab");
      const said = page.locator(".field.wrong [role=alert]");
      await said.waitFor();
      expect(await said.innerText()).toContain("Unknown Instance type");
      expect(await type.getAttribute("aria-invalid")).toBe("true");
      expect(await page.locator(".headline.old").count()).toBe(1);
      await said.getByRole("button", { name: "Take PRO2-S", exact: true }).click();
      await page.waitForFunction(() => document.querySelector(".field.wrong") === null);
      await settled(page);
      expect(await figure(page)).toBe(sound);

      await page.getByLabel("Hours").fill("seven");
      expect(await page.locator("#hours-problem").innerText()).toContain("not a number");
      await page.getByLabel("Hours").fill("-5");
      await page.waitForFunction(() =>
        document.querySelector("#hours-problem")?.textContent?.includes("0 to 219000"),
      );
    });
  });

  it("is searched and chosen from by keyboard", async () => {
    await inBrowser("/", async ({ page }) => {
      const type = page.getByRole("combobox", { name: "Type" });
      await type.fill("pro2 xs");
      await page.getByRole("option", { name: "PRO2-XS", exact: true }).waitFor();
      expect(await type.getAttribute("aria-expanded")).toBe("true");
      await type.press("Enter");
      await page.getByRole("heading", { name: "PRO2-XS in fr-par-2" }).waitFor();
      expect(await type.getAttribute("aria-expanded")).toBe("false");
      await type.press("ArrowDown");
      await type.press("Escape");
      expect(await type.inputValue()).toBe("PRO2-XS");
    });
  });

  it("explains every figure, by keyboard, down to a source", async () => {
    await inBrowser("/", async ({ page }) => {
      const rows = page.locator(".tree tbody tr");
      await rows.first().focus();
      await page.keyboard.press("ArrowRight");
      expect(await rows.first().getAttribute("aria-expanded")).toBe("true");
      await page.keyboard.press("ArrowDown");
      const name = await page.evaluate(() => document.activeElement?.querySelector("th")?.textContent);
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.locator(".calculations details").first().waitFor();
      expect(await dialog.getByRole("heading", { level: 2 }).innerText()).toBe(name);
      expect(await issuesOf(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Open all" }).click();
      expect(await dialog.locator(".formula").first().innerText()).toMatch(/ = .+/);
      expect(await dialog.locator(".factor a[href^=http]").count()).toBeGreaterThan(0);
      expect(await dialog.locator(".factor code").first().innerText()).toMatch(/.+/);
      await page.waitForURL((url) => url.hash.includes("explain=0.0"));
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe("0.0");
      await page.waitForURL((url) => !url.hash.includes("explain"));
    });
  });

  it("adds and removes rows of a nested input", async () => {
    await inBrowser("/#/estimate?product=kubernetes", async ({ page }) => {
      await settled(page);
      const before = await figure(page);
      await page.getByRole("button", { name: "Add a pool" }).click();
      await page.waitForFunction(
        (one) => document.querySelector(".total .number")?.textContent !== one,
        before,
      );
      await page.getByRole("button", { name: "Remove pool 1" }).click();
      await page.waitForFunction(
        (one) => document.querySelector(".total .number")?.textContent === one,
        before,
      );
      await page.waitForURL((url) => url.hash.includes("input.pools.0."));
    });
  });

  it("is legible in every width and scheme, and to screen readers", async () => {
    await inAllLooks("/", async ({ page }, look) => {
      await settled(page);
      await page.locator(".places tbody tr").first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll(".chart").length === 2);
      for (const chart of await page.locator(".chart").all()) {
        // It is drawn when it comes into view, which takes a frame.
        await chart.scrollIntoViewIfNeeded();
        await chart.locator("canvas").first().waitFor();
      }
      await page.evaluate(() => scrollTo(0, 0));
      await picture(page, `estimate-${look}`);
      expect([look, await overflow(page)]).toEqual([look, 0]);
      expect([look, await issuesOf(page)]).toEqual([look, []]);
    });
  });

  it("keeps the colours that were chosen", async () => {
    await inBrowser("/", async ({ page }) => {
      await page.getByRole("radio", { name: "Dark" }).check();
      await page.reload();
      await page.getByRole("radio", { name: "Dark" }).waitFor();
      expect(await page.getByRole("radio", { name: "Dark" }).isChecked()).toBe(true);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
    });
  });
});
