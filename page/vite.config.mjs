import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // Served at "/" or, behind a proxy, below any path.
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    // Browsers that know `light-dark()`: both colour schemes are one style sheet.
    target: ["chrome123", "firefox120", "safari17.5"],
    // Inlined files would be `data:` addresses, which the page's policy refuses.
    assetsInlineLimit: 0,
    // What is bundled asks that its licences go with it.
    license: { fileName: "licences.txt" },
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/graphql": process.env.GRAPH ?? "http://localhost:4000" } },
});
