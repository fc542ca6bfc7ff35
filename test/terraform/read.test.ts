import { gzipSync } from "node:zlib";
import { documentOf, readDocument } from "../../src/terraform/read";
import { moduleAddressOf, modulesOf, stepsOf } from "../../src/terraform/read/address";
import { FIXTURES, fixture, parsed } from "./support/reports";

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe("a file that is no plan", () => {
  it.each([
    [
      "a saved plan",
      Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]),
      /saved plan.*terraform show -json plan\.out > plan\.json/,
    ],
    ["nothing", bytes(""), /empty/],
    ["blanks", bytes(" \n"), /empty/],
    [
      "configuration",
      bytes('resource "scaleway_lb" "main" {\n  type = "LB-S"\n}\n'),
      /configuration.* Run: terraform plan -out plan\.out && terraform show -json plan\.out > plan\.json$/,
    ],
    ["configuration that begins with a comment", bytes("# main\nterraform {\n}\n"), /configuration/],
    [
      "a plan for people",
      bytes("Terraform will perform the following actions:\n  # scaleway_lb.main will be created"),
      /without -json/,
    ],
    [
      "the log of a run",
      bytes('{"@level":"info","@message":"Terraform 1.9"}\n{"@level":"info"}\n'),
      /log of a run/,
    ],
    ["one line of the log of a run", bytes('{"@level":"info","@message":"Terraform 1.9"}'), /log of a run/],
    ["several documents", bytes('{"format_version":"1.2"}\n{"format_version":"1.2"}'), /one by one/],
    ["half a plan", fixture("web.plan.json").subarray(0, 900), /truncated/],
    ["a list", bytes("[1, 2]"), /neither a plan nor a state/],
    ["other JSON", bytes('{"name": "x"}'), /no format_version/],
    [
      "what the wrapper of an action writes",
      bytes('[command]/opt/terraform-bin show -json plan\n{"format_version":"1.2"}'),
      /terraform_wrapper: false/,
    ],
    ["another format", bytes('{"format_version":"2.0"}'), /format 2\.0.*0\.x and 1\.x/],
    [
      "several documents, with the lines of who ran Terraform",
      bytes('INFO  app\n{"format_version":"1.2"}\nINFO  data\n{"format_version":"1.2"}\n'),
      /one by one/,
    ],
    [
      "an encrypted state",
      bytes('{"serial":1,"meta":{},"encrypted_data":"x"}'),
      /encrypted.*tofu show -json/,
    ],
    ["a packed file that is cut off", gzipSync("{}").subarray(0, 12), /gzip.*cut off/],
    ["an older state file", bytes('{"version":3,"modules":[]}'), /version 3.*terraform show -json/],
  ])("is refused with what to run: %s", (_what, file, message) => {
    expect(() => readDocument(file)).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT", message: expect.stringMatching(message) }),
    );
  });

  it("never has its values in the message", () => {
    expect(() => readDocument(bytes('{"format_version": "hunter2\\u0000"}'))).toThrow(/^(?!.*hunter2)/);
    expect(() => readDocument(bytes('{"password": "hunter2", '))).toThrow(/^(?!.*hunter2)/);
  });
});

describe("a file of another encoding", () => {
  const text = fixture("web.plan.json").toString();
  const swapped = Buffer.from(`\ufeff${text}`, "utf16le").swap16();

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, the other way round", swapped],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    ["UTF-16 without a mark, the other way round", swapped.subarray(2)],
    ["packed with gzip", gzipSync(text)],
    [
      "with the lines of who ran Terraform",
      Buffer.from(
        `12:00:00 INFO  [app] Running command: terraform show\n${JSON.stringify(JSON.parse(text))}\n\n::debug::exit 0\n`,
      ),
    ],
  ])("is read as it is: %s", (_what, file) => {
    expect(readDocument(file)).toEqual(readDocument(fixture("web.plan.json")));
  });
});

describe("documents", () => {
  it.each(FIXTURES)("have all managed resources, and data sources apart: %s", (name) => {
    const { resources, dataSources } = readDocument(fixture(name));
    expect(resources.length).toBeGreaterThan(1);
    expect(resources.filter(({ address }) => /(^|\.)data\./.test(address))).toEqual([]);
    expect(dataSources.every(({ isData }) => isData)).toBe(true);
  });

  it("are the same from a state file and from its JSON", () => {
    const shown = readDocument(fixture("state.json")).resources;
    const kept = readDocument(fixture("terraform.tfstate")).resources;
    const plain = (all: typeof shown) =>
      all
        .map(({ address, type, moduleAddress, before }) => [address, type, moduleAddress, before?.values])
        .sort();
    expect(plain(kept)).toEqual(plain(shown));
  });

  it("keep what a plan does not look at as it is", () => {
    const plan = parsed("platform.plan.json");
    const changes = plan.resource_changes as { address: string }[];
    const targeted = {
      ...plan,
      resource_changes: changes.filter(({ address }) => address === "scaleway_lb.same"),
    };
    const { resources, warnings } = documentOf(targeted);
    expect(resources.map(({ address }) => address)).toContain("scaleway_k8s_pool.system");
    expect(warnings.join()).toMatch(/6 resources are outside of what was planned/);
  });

  it("are read without a state, and without changes", () => {
    const { prior_state: _state, ...plan } = parsed("web.plan.json");
    expect(documentOf(plan).resources).toHaveLength(17);
    const { resource_changes: _changes, ...planned } = plan;
    expect(documentOf(planned).resources).toHaveLength(17);
  });

  it("are read where a program has printed a part of a plan alone", () => {
    const { format_version: _version, terraform_version: _program, ...rest } = parsed("web.plan.json");
    expect(documentOf(rest).resources).toHaveLength(17);
  });

  it("say what is forgotten, imported, moved and left behind", () => {
    const byAddress = new Map(
      documentOf(parsed("edges.plan.json")).resources.map((one) => [one.address + (one.deposed ?? ""), one]),
    );
    expect(byAddress.get("scaleway_lb.forgotten")?.after).toBe(
      byAddress.get("scaleway_lb.forgotten")?.before,
    );
    expect(byAddress.get("scaleway_lb.imported")?.isImported).toBe(true);
    expect(byAddress.get("scaleway_block_volume.moved")?.movedFrom).toBe("scaleway_block_volume.older");
    expect(byAddress.get("scaleway_instance_server.lefta1b2c3d4")).toMatchObject({
      action: "destroy",
      after: null,
    });
  });

  it("count what is replaced and goes on twice", () => {
    const change = {
      actions: ["create", "forget"],
      before: { type: "LB-S" },
      after: { type: "LB-GP-M" },
      after_unknown: {},
    };
    const one = { address: "scaleway_lb.a", mode: "managed", type: "scaleway_lb", name: "a", change };
    const { resources } = documentOf({ format_version: "1.2", resource_changes: [one] });
    expect(resources.map(({ action, before, after }) => [action, before !== null, after !== null])).toEqual([
      ["create", false, true],
      ["forget", true, true],
    ]);
  });
});

describe("an address", () => {
  it("has keys with dots, brackets and quotes of their own", () => {
    expect(stepsOf('module.a["x.y[0]"].scaleway_lb.main["say \\"hi\\""].zone')).toEqual([
      { name: "module", key: null },
      { name: "a", key: "x.y[0]" },
      { name: "scaleway_lb", key: null },
      { name: "main", key: 'say "hi"' },
      { name: "zone", key: null },
    ]);
  });

  it("leads through modules and back", () => {
    const address = 'module.a["x.y"].module.b[3].module.c';
    expect(moduleAddressOf(modulesOf(address))).toBe(address);
  });
});
