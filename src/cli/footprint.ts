#!/usr/bin/env node
// First, so that all other modules use the compile cache.
import "./footprint/compile-cache";
import { EXIT } from "./footprint/exit-codes";
import { processIo } from "./footprint/io";
import { run } from "./footprint/run";

// The reader of the pipe may have ended: `footprint factors | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed);
});
// `exit` handlers clean up, for example the progress bar.
process.on("SIGINT", () => process.exit(EXIT.interrupted));
process.on("SIGTERM", () => process.exit(EXIT.terminated));

run(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
