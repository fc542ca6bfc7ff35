import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { EXIT, type ExitCode } from "../../src/cli/footprint/exit-codes";
import { holdChangeTo, readChange } from "../../src/cli/footprint/options/change-threshold";
import type { TerraformReport } from "../../src/terraform";
import { ran } from "./support/ran";

const FIXTURES = join(__dirname, "../terraform/fixtures");
const folder = mkdtempSync(join(tmpdir(), "terraform-"));
afterAll(() => rmSync(folder, { recursive: true }));

const terraform = (file: string, options = "", more: Parameters<typeof ran>[1] = {}) =>
  ran(`terraform "${file.includes("/") || file === "-" ? file : join(FIXTURES, file)}" ${options}`, more);

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function reported(file: string, options = ""): Promise<TerraformReport> {
  const { out, code, err } = await terraform(file, `--json ${options}`);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as TerraformReport;
}

describe("footprint terraform", () => {
  it("says the change first, then now and planned, each resource, and what has no figure", async () => {
    const { out, code, err } = await terraform("platform.plan.json");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^\+[\d.]+ kg CO2e \(\+\d+ %\) {3}range /);
    expect(out).toMatch(/11 of 14 managed resources of\s+the plan estimated/);
    expect(out).toMatch(/scaleway_k8s_pool\.apps\s+replace/);
    expect(out).toMatch(/Elastic Metal: not covered yet\. scaleway_baremetal_server\.metal/);
    expect(out).toMatch(/fr-par-1 is taken/);
  });

  it("fits 60 columns, with addresses whole", async () => {
    const { out } = await terraform("web.plan.json", "", { terminal: 60, environment: { NO_COLOR: "1" } });
    expect(out.split("\n").filter((line) => [...line].length > 60)).toEqual([]);
    expect(out).not.toContain("…");
  });

  it.each([
    [60, "web.plan.json"],
    [60, "platform.plan.json"],
    [60, "state.json"],
    [80, "platform.plan.json"],
    [120, "web.plan.json"],
  ])("breaks addresses where their names end, and no amount: %i columns of %s", async (columns, file) => {
    const { out } = await terraform(file, "", { environment: { COLUMNS: String(columns) } });
    const [, table = ""] = /^Resources, CO2e\n([\s\S]*?)\n\n/m.exec(out) ?? [];
    const lines = table.split("\n").slice(1);
    const cells = lines.map((line) => line.split(/ {2,}/)[0] as string);
    const addresses = (await reported(file)).resources.map(({ address }) => address);
    expect(cells.join("")).toBe(addresses.join(""));
    const broken = cells.filter((cell, index) => index > 0 && !/^(scaleway_|module\.)/.test(cell));
    for (const cell of broken) expect(`${cells[cells.indexOf(cell) - 1]}|${cell}`).toMatch(/_\||\|[.[]/);
    // Every resource has its amounts in its first line.
    expect(lines.filter((line) => / k?g$|, | to /.test(line))).toHaveLength(addresses.length);
    if (columns === 120) expect(broken).toEqual([]);
  });

  it("is the figure alone where it is asked to be quiet", async () => {
    expect((await terraform("state.json", "--quiet")).out).toMatch(/^[\d.]+ kg CO2e\n$/);
    expect((await terraform("platform.plan.json", "--quiet")).out).toMatch(
      /^\+[\d.]+ kg CO2e \(\+\d+ %\)\n$/,
    );
  });

  it("reads stdin, and a state file", async () => {
    const state = await terraform("terraform.tfstate", "--quiet");
    const piped = await terraform("-", "--quiet", { input: readFileSync(join(FIXTURES, "state.json")) });
    expect(piped).toEqual(state);
  });

  it("has a row of CSV for each managed resource, and one for each part without a figure", async () => {
    const rows = parse((await terraform("edges.plan.json", "--csv")).out, { columns: true }) as Record<
      string,
      string
    >[];
    const { counts } = await reported("edges.plan.json");
    expect(rows.filter(({ status }) => status === "estimated")).toHaveLength(counts.estimated);
    expect(new Set(rows.map(({ address, deposed }) => `${address} ${deposed}`)).size).toBe(counts.managed);
  });

  it("is JSON that is a baseline", async () => {
    const file = written("earlier.json", JSON.stringify(await reported("platform.plan.json")));
    const report = await reported("platform.plan.json", `--baseline ${file}`);
    expect(report.comparedWith).toBe("baseline");
    expect(report.change?.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0, unit: "kgCO2e" });
  });

  it("calls what the change is against by one word in all of its tables", async () => {
    const state = join(FIXTURES, "state.json");
    const { out } = await terraform("platform.plan.json", `--baseline "${state}"`);
    expect(out.match(/^.* (baseline|now) +planned +change$/gm)).toHaveLength(2);
    expect(out).not.toMatch(/ now +planned/);
    const markdown = (await terraform("platform.plan.json", `--baseline "${state}" --markdown`)).out;
    expect(markdown).toContain("| resource | action | baseline | planned | change |");
    expect((await terraform("platform.plan.json", "--markdown")).out).toContain("| action | now | planned |");
  });

  it("holds a plan of other providers alone to no threshold", async () => {
    const one = { address: "aws_instance.a", mode: "managed", type: "aws_instance", name: "a" };
    const change = { actions: ["create"], before: null, after: {} };
    const plan = { format_version: "1.2", resource_changes: [{ ...one, change }] };
    const { code, out } = await terraform(written("aws.json", JSON.stringify(plan)), "--fail-above 1kg");
    expect(code).toBe(1);
    expect(out).toMatch(/^unknown\n/);
  });

  it("takes usage as YAML and as JSON, a zone, hours and a day", async () => {
    const yaml = written("usage.yml", "# none\nresources:\n  scaleway_object_bucket: { storedGb: 500 }\n");
    const json = written("usage.json", '{"resources": {"scaleway_object_bucket": {"storedGb": 500}}}');
    const plain = await reported("web.plan.json");
    const used = await reported("web.plan.json", `--usage ${yaml}`);
    expect(used).toEqual(await reported("web.plan.json", `--usage ${json}`));
    expect(used.counts.estimated).toBe(plain.counts.estimated + 1);
    const day = await reported("web.plan.json", "--zone fr-par-2 --hours 2w --as-of 2026-11-01");
    expect(day).toMatchObject({ hours: 336, asOf: "2026-11-01" });
    expect(JSON.stringify(day.resources)).toContain("fr-par-2");
  });

  it("says hours with all their digits", async () => {
    const { out } = await terraform("state.json", "--hours 8784");
    expect(out).toContain(" in 8,784 hours; ");
  });

  it("never prints what is sensitive, in any format", async () => {
    for (const format of ["", "--json", "--csv", "--markdown"]) {
      const { out, err } = await terraform("edges.plan.json", format);
      expect(out + err).not.toContain("SECRET-TYPE");
    }
  });
});

describe("its comment for a merge request", () => {
  it("begins with the mark that a pipeline finds, the change, and what it is of", async () => {
    const { out } = await terraform("platform.plan.json", "--markdown");
    const [marker, , heading] = out.split("\n");
    expect(marker).toBe("<!-- footprint-terraform -->");
    expect(heading).toMatch(
      /^### Footprint of this plan: \+[\d.]+ kg CO2e \(\+\d+ %\) per month \(730 hours\)$/,
    );
    expect(out).toMatch(/\| \*\*Change\*\* \| \*\*\+/);
    expect(out).toMatch(/Not in the sum: 2 of products that are not covered yet\./);
    expect(out.match(/<details>/g)?.length).toBe(out.match(/<\/details>/g)?.length);
  });

  it("folds what is long, and stays below what a comment may have", async () => {
    const change = (index: number) => ({
      address: `module.${"long".repeat(30)}.scaleway_instance_server.web["${"key|`".repeat(20)}${index}"]`,
      ...{ mode: "managed", type: "scaleway_instance_server", name: "web" },
      change: {
        actions: ["create"],
        before: null,
        after: { type: index % 2 ? "PRO2-S" : "NONE", zone: "fr-par-1" },
        after_unknown: {},
      },
    });
    const resource_changes = Array.from({ length: 1500 }, (_, index) => change(index));
    const file = written("long.json", JSON.stringify({ format_version: "1.2", resource_changes }));
    const { out } = await terraform(file, "--markdown");
    expect(out.length).toBeLessThan(65_536);
    expect(out).toMatch(/And 14\d\d more of smaller change/);
    expect(out).toMatch(/and \d+ more/);
  });

  it("stays below it where each resource has a reason of its own, and each line of usage a warning", async () => {
    const changes = Array.from({ length: 800 }, (_, index) => ({
      address: `scaleway_instance_server.web[${index}]`,
      ...{ mode: "managed", type: "scaleway_instance_server", name: "web", index },
      change: {
        ...{ actions: ["create"], before: null, after_unknown: {} },
        after: { type: `NO-SUCH-${index}`, zone: "fr-par-1", root_volume: [{ volume_id: "x" }] },
      },
    }));
    const file = written(
      "reasons.json",
      JSON.stringify({ format_version: "1.2", resource_changes: changes }),
    );
    const lines = changes.map(({ index }) => [`scaleway_lb.none${index}`, { hours: 1 }]);
    const usage = written("reasons.usage.json", JSON.stringify(Object.fromEntries(lines)));
    const { out } = await terraform(file, `--markdown --usage ${usage}`);
    expect(out.length).toBeLessThan(65_536);
    expect(out).toMatch(/- And 7\d\d more, for 7\d\d other reasons\./);
    expect(out).toMatch(/> And 7\d\d more warnings\./);
    expect(out).toMatch(/Without a figure \(800\)/);
  });

  it("has names as code, with what marks code, cells and lines in them", async () => {
    const after = { type: "PRO2-S", zone: "fr-par-1", root_volume: [{ volume_id: "x" }] };
    const keys = ["a|b", "`", "``c`", "two\nlines", "<img src=x>"];
    const changes = keys.map((index) => ({
      ...{ mode: "managed", type: "scaleway_instance_server", name: "web", index },
      address: `scaleway_instance_server.web["${index}"]`,
      change: { actions: ["create"], before: null, after, after_unknown: {} },
    }));
    const file = written("marks.json", JSON.stringify({ format_version: "1.2", resource_changes: changes }));
    const { out } = await terraform(file, "--markdown");
    const cells = out.split("\n").flatMap((line) => /^\| (`.*`) \| create \|/.exec(line)?.[1] ?? []);
    const addressOf = (key: string) => `scaleway_instance_server.web["${key}"]`;
    expect(cells.sort()).toEqual(
      [
        `\`${addressOf("a\\|b")}\``,
        `\`\` ${addressOf("`")} \`\``,
        `\`\`\` ${addressOf("``c`")} \`\`\``,
        `\`${addressOf("two lines")}\``,
        `\`${addressOf("<img src=x>")}\``,
      ].sort(),
    );
  });

  it("has a heading for a plan without changes, and for a state", async () => {
    expect((await terraform("empty.plan.json", "--markdown")).out).toMatch(
      /### Footprint of this plan: 0 kg CO2e per month/,
    );
    expect((await terraform("state.json", "--markdown")).out).toMatch(
      /### Footprint of this state: 15\.\d kg CO2e per month/,
    );
  });
});

describe("what it ends with", () => {
  it.each([
    [["1t"], 0, ""],
    [["1kg"], 3, "The change of 2 kg CO2e is more than 1 kg CO2e."],
    [["5%"], 3, "The change of +20 % is more than 5 %."],
    [["900%"], 0, ""],
    [["900%", "1kg"], 3, "1 kg"],
    [["1kWh"], 1, "unknown"],
  ])("of a change is that of what it is held to: %j", (texts, code, said) => {
    const figures = { kgCo2Equivalent: { low: 1, expected: 2, high: 3 }, kwhFinalEnergy: null };
    const context = {
      exitCode: EXIT.done as ExitCode,
      io: { err: { write: (text: string) => told.push(text) } },
    };
    const told: string[] = [];
    holdChangeTo(texts.map(readChange), { change: figures, relativeChange: 0.2 } as never, context as never);
    expect(context.exitCode).toBe(code);
    expect(told.join("")).toContain(said);
  });

  it("is 3 above a threshold, with the answer printed", async () => {
    const { code, err, out } = await terraform(
      "platform.plan.json",
      "--quiet --fail-above 1kg --fail-above-change 1t",
    );
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining("is more than 1 kg CO2e") });
    expect(out).toMatch(/^\+/);
  });

  it("is above every share of nothing, and failed where the change is unknown", async () => {
    expect((await terraform("web.plan.json", "--fail-above-change 900%")).code).toBe(3);
    expect((await terraform("state.json", "--fail-above-change 5%")).code).toBe(1);
    const one = {
      address: "scaleway_rdb_instance.a",
      mode: "managed",
      type: "scaleway_rdb_instance",
      name: "a",
    };
    const plan = {
      format_version: "1.2",
      resource_changes: [{ ...one, change: { actions: ["create"], before: null, after: {} } }],
    };
    const unknown = await terraform(written("rdb.json", JSON.stringify(plan)), "--fail-above 1kg");
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining("unknown") });
    expect(unknown.out).toMatch(/^unknown\n/);
  });

  it.each([
    ["no-such-file.json", "", /cannot be read/],
    ["web.plan.json", "--baseline no-such-file.json", /cannot be read/],
    ["web.plan.json", "--fail-above-change 5kilos", /It must be an amount/],
    ["web.plan.json", "--as-of 2026-02-30", /It must be a day/],
    ["web.plan.json", "--hours -5", /from 0 to/],
    ["web.plan.json", "--zone nowhere-1 --nonsense", /unknown option/],
  ])("is misuse for %s %s", async (file, options, message) => {
    const { code, err, out } = await terraform(file, options);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("is misuse for a usage file that is none", async () => {
    const notYaml = written("bad.yml", "a: [1, 2\nb: }");
    expect(await terraform("web.plan.json", `--usage ${notYaml}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining("no YAML"),
    });
    const list = written("list.yml", "- 1\n");
    expect(await terraform("web.plan.json", `--usage ${list}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining("usage file"),
    });
  });
});
