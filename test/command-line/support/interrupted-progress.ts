import { processIo } from "../../../src/cli/footprint/io";
import { progressOf } from "../../../src/cli/footprint/output/progress";

// As if it were a terminal: what is drawn there is read by the suite.
Object.assign(process.stderr, { isTTY: true, columns: 80 });
process.on("SIGTERM", () => process.exit(143));

progressOf(10_000, processIo(), {}).then((progress) => {
  progress.at(10);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => {}, 60_000);
});
