// Builds the page into dist/page, each file beside itself compressed: the server compresses nothing of it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";

const BUILT = fileURLToPath(new URL("../dist/page", import.meta.url));

export async function buildPage() {
  await build({ configFile: fileURLToPath(new URL("vite.config.mjs", import.meta.url)), logLevel: "warn" });
  for (const file of readdirSync(BUILT, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|js|css|svg)$/.test(file)) continue;
    const path = join(BUILT, file);
    const content = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(content));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
