#!/usr/bin/env node
// Before all that is to be compiled.
import "./footprint/compile-cache";
import { EXIT } from "./footprint/exit-codes";
import { processIo } from "./footprint/io";
import { run } from "./footprint/run";

// The reader of a pipe may have had enough: `footprint factors | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed);
});
// What is left open, such as a bar of progress, is closed at the exit.
process.on("SIGINT", () => process.exit(EXIT.interrupted));
process.on("SIGTERM", () => process.exit(EXIT.terminated));

run(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
