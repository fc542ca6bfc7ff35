import { axe, describeInBrowser, inBrowser } from "./support";

describeInBrowser("the page", () => {
  it("shows its first view at /", async () => {
    await inBrowser("/", async ({ page }) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await page.title()).toBe("Estimate · Footprint Graph");
      expect(await axe(page)).toEqual([]);
    });
  });
});
