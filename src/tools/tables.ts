import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { composeEstimates } from "../compose-estimates";
import { withMarked } from "./tables/marked";
import { PRINTED_TABLES } from "./tables/pages";

// Products declare their errors when they are composed.
composeEstimates();
for (const { page, name, print } of PRINTED_TABLES) {
  writeFileSync(page, withMarked(readFileSync(page, "utf8"), name, print()));
}
