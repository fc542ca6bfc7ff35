import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // Shown at /graphql, whose neighbour is /assets; or, behind a proxy, below any path.
  base: "./",
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL("../../dist/explorer", import.meta.url)),
    emptyOutDir: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    // Inlined files would be `data:` addresses, which the policy of the answer refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // What is bundled is passed on: its licences come with it.
    license: { fileName: "licences.json" },
    rolldownOptions: {
      // Its editor is of thirty small parts, all of which it loads.
      output: { codeSplitting: false },
      checks: { pluginTimings: false },
      onLog: (level, log, tell) => {
        // Directives for servers that render React, which this is not.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") tell(level, log);
      },
    },
  },
});
