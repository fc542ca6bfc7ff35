import { describeInBrowser, inBrowser, issuesOf } from "./support";

describeInBrowser("what tests see in a browser", () => {
  it("is the built graph", async () => {
    await inBrowser("/schema.graphql", async ({ page }) => {
      expect(await page.locator("body").innerText()).toContain("type Query");
    });
  });

  it("is a request to another host", async () => {
    await expect(
      inBrowser("/schema.graphql", ({ page }) =>
        page.evaluate(() =>
          fetch("http://cdn.invalid/script.js", { mode: "no-cors" }).catch(() => undefined),
        ),
      ),
    ).rejects.toThrow("request to another host: http://cdn.invalid/script.js");
  });

  it("is an error of a script", async () => {
    await expect(
      inBrowser("/schema.graphql", async ({ page }) => {
        const thrown = page.waitForEvent("pageerror");
        await page.evaluate(() => {
          setTimeout(() => {
            throw new Error("went wrong");
          });
        });
        await thrown;
      }),
    ).rejects.toThrow("error of a script: went wrong");
  });

  it("is a breach of the content security policy", async () => {
    const html =
      '<meta http-equiv="content-security-policy" content="script-src \'none\'"><script>window.ran = true</script>';
    await expect(inBrowser("/schema.graphql", ({ page }) => page.setContent(html))).rejects.toThrow(
      /console error: .*Content Security Policy/,
    );
  });

  it("is what a screen reader cannot read", async () => {
    await inBrowser("/schema.graphql", async ({ page }) => {
      await page.setContent('<html lang="en"><title>Form</title><main><h1>Form</h1><input></main>');
      expect(await issuesOf(page)).toEqual([expect.stringMatching(/^label: .*: input$/)]);
      await page.setContent(
        '<html lang="en"><title>Form</title><main><h1>Form</h1><label>One<input></label></main>',
      );
      expect(await issuesOf(page)).toEqual([]);
    });
  });
});
