import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DomainError } from "../../src/core/errors";
import { DataError, DataReader } from "../../src/core/factors";
import { type LanguageModels, loadLanguageModels } from "../../src/core/language-models";
import { composeDeployments } from "../support/dedicated";

const CORE = join(__dirname, "..", "..", "src", "core", "factors", "data");
const reader = new DataReader(null);
const models = loadLanguageModels(reader, { owner: "core", path: CORE });
reader.finish();
const all = [...models.models.values()];
const HEADER =
  "id,name,provider,parameters_b,active_parameters_b,tasks,quantization,weights_gb,stored_files_gb,serverless_status,serverless_end,serverless_successor,dedicated,billed_token_types,confidence,valid_from,valid_to,source,url,note";

function load(...rows: string[]): LanguageModels {
  const path = mkdtempSync(join(tmpdir(), "models-"));
  try {
    writeFileSync(join(path, "language-models.csv"), [HEADER, ...rows].join("\n"));
    const own = new DataReader(null);
    const loaded = loadLanguageModels(own, { owner: "core", path });
    own.finish();
    return loaded;
  } finally {
    rmSync(path, { recursive: true });
  }
}

describe("the language models", () => {
  it("are those of both catalogues", () => {
    const ids = (pick: (one: (typeof all)[number]) => boolean): number => all.filter(pick).length;

    expect(all).toHaveLength(39);
    expect(ids(({ serverlessStatus }) => serverlessStatus !== "none")).toBe(28);
    expect(ids(({ servedServerless }) => servedServerless)).toBe(20);
    expect(ids(({ servedDedicated }) => servedDedicated)).toBe(33);
  });

  it("are described by what is known of them", () => {
    expect(models.model("gpt-oss-120b", "model")).toMatchObject({
      id: "gpt-oss-120b",
      name: "gpt-oss 120B",
      provider: "OpenAI",
      parametersBillions: 117,
      activeParametersBillions: 5.1,
      serverlessStatus: "active",
      servedServerless: true,
      servedDedicated: true,
      billedTokenTypes: ["INPUT", "OUTPUT"],
    });
    expect(models.model("whisper-large-v3", "model").billedTokenTypes).toEqual(["AUDIO_SECOND"]);
  });

  it.each(all.map((one) => [one.id, one] as const))("make sense: %s", (_id, one) => {
    const { row, parametersBillions, activeParametersBillions } = one;
    expect(activeParametersBillions ?? 0).toBeLessThanOrEqual(parametersBillions ?? Number.POSITIVE_INFINITY);
    expect(one.billedTokenTypes.length > 0).toBe(one.serverlessStatus !== "none");
    expect(one.serverlessStatus !== "none" || one.servedDedicated).toBe(true);
    expect(row.tasks.length).toBeGreaterThan(0);
    if (row.serverless_end !== null) expect(one.serverlessStatus).toBe("retired");
  });

  it("are offered as a Dedicated Deployment exactly when that catalogue has node types for them", () => {
    const { catalogue } = composeDeployments();
    for (const { id, servedDedicated } of all) {
      expect([id, catalogue.nodeTypesOf(id).size > 0]).toEqual([id, servedDedicated]);
    }
  });

  it("that do not exist are answered with the nearest names", () => {
    const asked = (): unknown => models.model("mistral-nemo-instruct", "input.model");

    expect(asked).toThrow(DomainError);
    expect(asked).toThrow(
      expect.objectContaining({
        code: "UNKNOWN_MODEL",
        details: {
          field: "input.model",
          suggestions: expect.arrayContaining(["mistral-nemo-instruct-2407"]),
        },
      }),
    );
  });
});

describe("a row", () => {
  const sound = "a,A,,,,chat,,,,active,,,no,INPUT,PUBLISHED,,,a test,https://example.org,";

  it("may leave out what is not published", () => {
    expect(load(sound).model("a", "model")).toMatchObject({
      provider: null,
      parametersBillions: null,
      activeParametersBillions: null,
      servedDedicated: false,
    });
  });

  it.each([
    [
      "a token type",
      sound.replace("INPUT", "IMAGE"),
      'row 2, column billed_token_types: no token type "IMAGE"',
    ],
    [
      "a successor",
      sound.replace("active,,,", "retired,2026-01-01,b,"),
      'row 2, column serverless_successor: no language model "b"',
    ],
    ["a status", sound.replace("active", "asleep"), '"asleep" is not one of'],
  ])("that names %s which does not exist is refused", (_what, row, problem) => {
    expect(() => load(row)).toThrow(DataError);
    expect(() => load(row)).toThrow(problem);
  });
});
