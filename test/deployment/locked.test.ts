import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

interface Locked {
  readonly version: string;
  readonly integrity?: string;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};
const { "": _, ...others } = packages;
const locked = Object.entries(others);

it("the lock file says which bytes each archive has", () => {
  expect(locked.length).toBeGreaterThan(1_000);
  const unknown = locked.filter(([, { integrity = "" }]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
  expect(unknown.map(([folder]) => folder)).toEqual([]);
});

// Apollo's gateway needs the generation before ours, which npm puts where ours would be: ours then is below each that needs it.
it("OpenTelemetry is there once in each of its versions", () => {
  const versions = locked
    .map(([folder, { version }]) => `${folder.split("node_modules/").at(-1)} ${version}`)
    .filter((one) => one.startsWith("@opentelemetry/"));
  expect(versions.length).toBeGreaterThan(10);
  expect(versions.filter((one, index) => versions.indexOf(one) !== index)).toEqual([]);
});
