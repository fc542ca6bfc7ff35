import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import {
  describeInBrowser,
  inAllLooks,
  inBrowser,
  issuesOf,
  overflow,
  picture,
  type Visit,
  WIDTHS,
} from "./support";

/** A sheet as an accountant in Paris may have it: a title, semicolons, commas of decimals, and lines that are wrong. */
const SHEET = [
  "Inventaire;;;;;;",
  "",
  "Produit;Nom;Type;Taille (Go);Zone;Quantité;Heures",
  "instance;web;PRO2-S;;fr-par-2;3;730",
  "volume;data;sbs_5k;1.500,5;fr-par-2;3;730",
  'bucket;"unclosed;standard;10;fr-par-1;1;1',
  "bucket;b;standard;n/a;fr-par-1;1;",
  "lb;front;LB-S;;nl-ams-1;1;365,5",
  "instance;x;PRO2-XX;;fr-par-1;1;730",
].join("\r\n");

const COMPARED =
  "/#/compare?a.product=instance&a.input.type=PRO2-S&a.input.zone=fr-par-2&b.product=instance&b.input.type=PRO2-M&b.input.zone=pl-waw-1";
const BASKET = `/#/basket?basket=${encodeURIComponent("product,type,zone,count,hours\ninstance,PRO2-S,fr-par-2,2,730\nloadBalancer,LB-S,nl-ams-1,1,730")}`;
const VIEWS = {
  compare: COMPARED,
  basket: BASKET,
  history: "/#/history?product=instance&input.type=PRO2-S&input.zone=fr-par-1&from=2026-02-01&to=2026-09-01",
  tokens: "/#/tokens",
} as const;

/** Every question that the page shows as GraphQL, asked again as it is shown. */
async function askedAgain(page: Page, origin: string): Promise<unknown[]> {
  const details = page.locator("details.graphql");
  await details.locator("summary").click();
  const texts = await details.locator("pre").allInnerTexts();
  const answers: unknown[] = [];
  for (let at = 0; at < texts.length; at += 2) {
    const body = JSON.stringify({ query: texts[at], variables: JSON.parse(texts[at + 1] as string) });
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${origin}/graphql`, { method: "POST", headers, body });
    answers.push(((await response.json()) as { errors?: unknown }).errors ?? "answered");
  }
  return answers;
}

async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).first().click();
  const file = await download;
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

describeInBrowser("the basket", () => {
  it("takes a pasted sheet with all that is wrong in it, and gives it back with figures", async () => {
    await inBrowser("/#/basket", async ({ page, origin }) => {
      await page.getByLabel("Or paste it").fill(SHEET);
      await page.getByRole("button", { name: "Read the table" }).click();
      await page.getByText("3 lines are not in the sum").waitFor();
      await page.getByText("3 of 4 lines, between").waitFor();
      const told = await page.getByRole("region", { name: "Problems" }).locator("tbody tr").allInnerTexts();
      expect(told.map((row) => row.replaceAll(/\s+/g, " "))).toEqual([
        expect.stringMatching(/^6 .*A quoted cell begins here/),
        expect.stringMatching(/^7 .*Taille \(Go\) Stored is not known/),
        expect.stringMatching(/^9 .*Type Unknown Instance type "PRO2-XX"/),
      ]);
      const problems = await saved(page, "Save all as CSV");
      expect(problems.content.toString().split("\r\n")).toHaveLength(5);
      await page.getByLabel("Numbers in the file").selectOption("commas");
      const figures = (await saved(page, "Save the figures as CSV")).content.toString().split("\r\n");
      expect(figures[0]).toMatch(/^file_line;label;product;resource;place;count;hours/);
      expect(figures[1]).toMatch(/^4;web;instance;PRO2-S;fr-par-2;3;730;;;\d+,\d+;/);
      expect(figures).toHaveLength(6);
      expect(await askedAgain(page, origin)).toEqual(["answered"]);
    });
  });

  it("adds up what is read from a long file, in as many requests as it takes", async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, at) => `n${at};${at % 1_000 === 999 ? "NONE" : "PRO2-S"};fr-par-${(at % 2) + 1};${(at % 50) + 1}`,
    );
    const buffer = Buffer.from(`label;type;zone;hours\n${rows.join("\n")}\n`);
    await inBrowser("/#/basket", async ({ page }) => {
      const choose = page.getByLabel("A file: drop it here, or choose it");
      const workbook = {
        name: "book.xlsx",
        mimeType: "",
        buffer: Buffer.from("PK\u0003\u0004type,zone\nx,y\n"),
      };
      await choose.setInputFiles([workbook, { name: "many.csv", mimeType: "text/csv", buffer }]);
      await page.getByText("book.xlsx: The file is no text, but a workbook").waitFor();
      await page.getByText("many.csv: 2,997 of 3,000 lines read.").waitFor();
      await page.getByText("2,997 of 2,997 lines, between").waitFor();
      await page.getByText("3 lines are not in the sum").waitFor();
      await page.getByText("too long for a link").waitFor();
      // Nothing of it is lost when the page is loaded anew.
      await page.waitForFunction(() => sessionStorage.getItem("footprint-graph.basket")?.startsWith("gzip:"));
      await page.reload();
      await page.getByText("2,997 of 2,997 lines, between").waitFor();
      await page.getByText("3 lines are not in the sum").waitFor();
      const sums = await page
        .getByRole("region", { name: "By place" })
        .last()
        .locator("tbody tr")
        .allInnerTexts();
      expect(sums.map((row) => row.replaceAll(/\s+/g, " "))).toEqual([
        expect.stringMatching(/^fr-par-2 1,497 /),
        expect.stringMatching(/^fr-par-1 1,500 /),
      ]);
    });
  });

  it("is in the link, can be changed, and gives a picture", async () => {
    await inBrowser(BASKET, async ({ page }) => {
      await page.getByText("2 of 2 lines, between").waitFor();
      const before = await page.locator(".outcome .number").innerText();
      await page.getByLabel("Count of PRO2-S").fill("20");
      await page.waitForFunction(
        (was) => document.querySelector(".outcome .number")?.textContent !== was,
        before,
      );
      await page.waitForURL((url) =>
        decodeURIComponent(url.href).includes("instance,20,730,PRO2-S,fr-par-2"),
      );
      const { name, content } = await saved(page, "Save as PNG");
      expect(name).toBe("basket-by-product.png");
      expect(content.subarray(1, 4).toString()).toBe("PNG");
      await page.getByRole("button", { name: "Remove LB-S" }).click();
      await page.getByText("1 of 1 line, between").waitFor();
      await page.getByRole("button", { name: "Empty the basket" }).click();
      await page.getByText("The basket is empty.").waitFor();
      await page.getByRole("button", { name: "Put the 1 line back" }).click();
      await page.getByText("1 of 1 line, between").waitFor();
    });
  });

  it("takes what is configured in Estimate, and leads on from there", async () => {
    await inBrowser("/", async ({ page }) => {
      await page.getByRole("button", { name: "Add to the basket" }).click();
      await page.getByRole("button", { name: "Add to the basket" }).click();
      await page.getByRole("link", { name: "the basket" }).click();
      await page.getByText("2 of 2 lines, between").waitFor();
      await page.reload();
      await page.getByText("2 of 2 lines, between").waitFor();
      await page.goBack();
      await page.getByRole("link", { name: "See its history" }).click();
      await page.getByRole("heading", { name: "History" }).waitFor();
      await page.waitForURL((url) => url.hash.startsWith("#/history"));
    });
  });

  it("says which lines fail where all of them do, and what is wrong with the period of all at its field", async () => {
    await inBrowser("/#/basket?hours=-5", async ({ page }) => {
      await page.getByLabel("Or paste it").fill("type;zone\nPRO2-S;fr-par-9\nPRO2-M;fr-par-9");
      await page.getByRole("button", { name: "Read the table" }).click();
      await page.getByText("A period must last from 0 to 219000 hours, got -5.").waitFor();
      await page.getByRole("button", { name: "Month" }).click();
      await page.getByText("2 lines are not in the sum").waitFor();
      expect(await page.getByText(/Unknown zone "fr-par-9"/).count()).toBeGreaterThan(1);
    });
  });

  it("asks how numbers are meant that could be two", async () => {
    await inBrowser("/#/basket", async ({ page }) => {
      await page.getByLabel("Or paste it").fill("type;zone;hours\nPRO2-S;fr-par-2;1,234");
      await page.getByRole("button", { name: "Read the table" }).click();
      await page.getByRole("button", { name: "The comma: 1,5" }).click();
      await page.getByText("1 of 1 line read.").waitFor();
      await page.getByText("1 of 1 line, between").waitFor();
      expect(await page.getByLabel("Hours of PRO2-S").inputValue()).toBe("1.234");
    });
  });
});

describeInBrowser("other views", () => {
  it("compare two configurations, and say what drives the difference", async () => {
    await inBrowser(COMPARED, async ({ page, origin }) => {
      await page.getByText("PRO2-M in pl-waw-1 against PRO2-S in fr-par-2").waitFor();
      const drivers = page.getByRole("region", { name: "What makes the difference" }).locator("tbody tr");
      expect(await drivers.first().innerText()).toContain("Electricity");
      expect(await askedAgain(page, origin)).toEqual(["answered"]);
      await page.locator("#b-type").fill("PRO2-XX");
      await page.locator("#b-type").press("Tab");
      await page.getByRole("button", { name: "Take PRO2-XS" }).click();
      await page.getByText("PRO2-XS in pl-waw-1 against").waitFor();
    });
  });

  it("show a history with the operator's figures", async () => {
    await inBrowser(VIEWS.history, async ({ page, origin }) => {
      const rows = page.getByRole("region", { name: "Days on which nothing changed" }).locator("tbody tr");
      await rows.first().waitFor();
      expect(await rows.count()).toBeGreaterThan(3);
      expect(await rows.allInnerTexts()).toContainEqual(expect.stringContaining("2026-03-31"));
      await page.getByText("What changed on 2026-03-31").click();
      expect(await askedAgain(page, origin)).toEqual(["answered"]);
      await page.getByLabel("From", { exact: true }).fill("2020-01-01");
      await page
        .getByText(/ask from that day on/)
        .first()
        .waitFor();
    });
  });

  it("show tokens on nodes against Serverless at a load that is dragged by keyboard", async () => {
    await inBrowser(VIEWS.tokens, async ({ page, origin }) => {
      const said = page.getByText(/a million then takes/);
      await said.waitFor();
      const before = await said.innerText();
      await page.getByRole("slider").focus();
      await page.keyboard.press("Home");
      await page.waitForFunction(
        (was) => ![...document.querySelectorAll(".load .lead")].some((one) => one.textContent === was),
        before,
      );
      await page.getByText("0.1 % of the time").waitFor();
      expect(await page.getByText(/billion tokens a month/).count()).toBeGreaterThan(0);
      // The first model of the list is one that is served no more.
      expect(await page.getByText(/is not served on Serverless today/).count()).toBe(1);
      expect(await askedAgain(page, origin)).toEqual(["answered", "answered"]);
    });
  });

  it.each(Object.entries(VIEWS))(
    "%s: can be used on a telephone and a desk, in both schemes, by a screen reader",
    async (name, path) => {
      const seen = async ({ page }: Visit, look: string): Promise<void> => {
        await page.locator(".results table").first().waitFor();
        await page.locator(".chart").first().scrollIntoViewIfNeeded();
        await page.locator("canvas").first().waitFor();
        expect([look, await overflow(page)]).toEqual([look, 0]);
        expect([look, await issuesOf(page)]).toEqual([look, []]);
        await picture(page, `${name}-${look}`);
      };
      if (process.env.PICTURES !== undefined) return inAllLooks(path, seen);
      const height = 900;
      await inBrowser(path, (visit) => seen(visit, "narrow-dark"), {
        viewport: { width: WIDTHS.narrow, height },
        colorScheme: "dark",
      });
      await inBrowser(path, (visit) => seen(visit, "wide-light"), {
        viewport: { width: WIDTHS.wide, height },
        colorScheme: "light",
      });
    },
  );
});
