import "reflect-metadata";

/** Prints the packages that modules load, one a line: `packages-of.ts MODULE …`, in a process of its own. */
for (const module of process.argv.slice(2)) require(module);
const loaded = Object.keys(require.cache).flatMap(
  (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
);
process.stdout.write([...new Set(loaded)].join("\n"));
