import { ran } from "./support/ran";

const PRO2_S = "estimate instance PRO2-S --zone fr-par-2 --hours 730";

describe("what the command line refuses", () => {
  it.each([
    ["an unknown command", "estimat instance", "(Did you mean estimate?)"],
    ["a command like no other", "nonsense", "Commands: estimate, explain, compare, "],
    ["a command in place of another", "estimat", " (Did you mean estimate?) Commands: estimate,"],
    ["an unknown product", "estimate instanse PRO2-S", "Did you mean instance?"],
    ["an offer of a product", "estimate PRO9-S", "Did you mean instance PRO2-S, instance PRO2-XS?"],
    ["an unknown option", `${PRO2_S} --zon x`, "(Did you mean --zone?)"],
    ["an unknown offer", "estimate instance PRO2S --zone fr-par-2", "Did you mean PRO2-S"],
    ["an unknown place", "estimate instance PRO2-S --zone fr-par-22", "Did you mean fr-par-2"],
    ["a missing option", "estimate instance PRO2-S", "--zone is missing. Zone, for example fr-par-2."],
    ["a number that is none", `${PRO2_S} --cpu-load lots`, "It must be a number of %"],
    [
      "another option for a value",
      "estimate instance PRO2-S --zone -q",
      "argument missing: -q stands where it",
    ],
    [
      "an option in place of a zone",
      "compare instance PRO2-S --zone fr-par-2 -- --zone --json",
      "missing: --json",
    ],
    [
      "a second resource for a value",
      "compare instance PRO2-S --zone -- PRO2-M",
      "'--zone <zone>' argument missing",
    ],
    [
      "an option in place of a file",
      "portfolio lines.csv --hours -q",
      "'--hours <hours>' argument missing: -q",
    ],
    ["a value with a dash", "estimate instance PRO2-S --zone=-q", 'Unknown zone "-q".'],
    ["a negative load", `${PRO2_S} --cpu-load -5`, "--cpu-load-percent must be from 0 to 100 %, got -5."],
    [
      "negative bytes",
      "estimate bucket standard --region fr-par --stored -.5GB",
      "must be from 0 to 250,000 for",
    ],
    [
      "negative nodes",
      "estimate k8s kapsule --region fr-par --pool type=PRO2-S,nodes=-3",
      "nodes must be 0 or more",
    ],
    ["negative hours", "estimate instance PRO2-S --zone fr-par-2 --hours -5", "got -5."],
    [
      "a port that is none",
      "serve --port 99999999",
      "'--port <port>' argument '99999999' is invalid. It must be",
    ],
    ["no port", "serve --port ''", "It must be a whole number from 0 to 65535."],
    ["a number beyond its limits", `${PRO2_S} --cpu-load 120`, "--cpu-load-percent must be from 0 to 100"],
    ["a name in a list", "estimate k8s kapsule --region fr-par --pool nods=3", "Did you mean nodes?"],
    ["a list without names", "estimate k8s kapsule --region fr-par --pool PRO2-S", "must be name=value"],
    ["a threshold that is none", `${PRO2_S} --fail-above lots`, "such as 10kg"],
    ["a threshold without end", `${PRO2_S} --fail-above 1e400kg`, "such as 10kg"],
    ["a period twice", `${PRO2_S} --from 2026-01-01`, "Give either --hours, or --from and --to, not both."],
    ["half a period", "estimate instance PRO2-S --zone fr-par-2 --to 2026-01-01", "--to needs a --from."],
    [
      "an end before its beginning",
      "estimate instance PRO2-S --zone fr-par-2 --from 2026-05-01 --to 2026-04-01",
      "--to must not be before --from.",
    ],
    [
      "days before the first value",
      "estimate instance PRO2-S --zone fr-par-2 --from 2024-05-01 --to 2024-06-01",
      "with the factors of that day: --as-of 2024-09-11.",
    ],
    [
      "a name like no other",
      "estimate tokens nope --region fr-par",
      'Unknown language model "nope". footprint products serverless lists',
    ],
    ["an offer like no other", "estimate lb qqqq --zone fr-par-1", "There are LB-S, "],
    ["a place like no other", "estimate instance PRO2-S --zone x", 'Unknown zone "x". There are '],
    [
      "a zone of another region",
      "estimate k8s kapsule --region fr-par --pool type=PRO2-S,nodes=3,zone=nl-ams-1",
      "--pool: nl-ams-1 is not a zone of fr-par, the region of the cluster. ",
    ],
    [
      "an offer of the second of a list",
      "estimate k8s kapsule --region fr-par --pool type=PRO2-S,nodes=1 --pool type=PRO2S,nodes=3",
      "--pool (number 2): Unknown Instance type",
    ],
    [
      "what a list lacks",
      "estimate k8s kapsule --region fr-par --pool nodes=3",
      "--pool: node-type is missing.",
    ],
    [
      "the second of two",
      "compare instance PRO2-S --zone fr-par-2 -- lb LB-S",
      "error: the second resource: --zone is missing.",
    ],
    [
      "a number of the second",
      "compare instance PRO2-S --zone fr-par-2 -- --cpu-load 101",
      "the second resource: --cpu-load-percent must be",
    ],
    ["a place twice", `${PRO2_S} --zone pl-waw-2`, "--zone fr-par-2 and --zone pl-waw-2."],
    [
      "the same place twice",
      `${PRO2_S} --zone=fr-par-2`,
      "two values where one is taken: --zone fr-par-2 and",
    ],
    ["an offer twice", `${PRO2_S} --type PRO2-M`, "two values where one is taken: --type PRO2-M and PRO2-S."],
    [
      "two names of an option",
      `${PRO2_S} --cpu-load 10 --cpu-load-percent 20`,
      "one is taken: --cpu-load 10 and --cpu-load-percent 20.",
    ],
    ["hours twice", `${PRO2_S} --hours 10`, "one is taken: --hours 730 and --hours 10."],
    ["a format twice", `${PRO2_S} --format json --format csv`, "--format json and --format csv."],
    ["a server twice", `${PRO2_S} --server http://a --server http://b`, "http://a and --server http://b."],
    ["a day twice", "factors pue --as-of 2026-01-01 --as-of 2026-02-01", "two values where one is taken"],
    ["a port twice", "serve --port 4001 --port 4002", "one is taken: --port 4001 and --port 4002."],
    ["a baseline twice", "terraform - --baseline a --baseline b", "--baseline a and --baseline b."],
    [
      "a place of the second twice",
      "compare instance PRO2-S --zone fr-par-2 -- --zone pl-waw-2 --zone pl-waw-3",
      "one is taken: --zone pl-waw-2 and --zone pl-waw-3.",
    ],
    [
      "other hours of the second",
      `compare ${PRO2_S.slice("estimate ".length)} -- PRO2-M --hours 10`,
      "--hours is one for both resources: 730 and 10 are two.",
    ],
    ["a decimal comma", "estimate instance PRO2-S --zone fr-par-2 --hours 7,5", "must be a number of hours"],
    [
      "too many words",
      `${PRO2_S} again`,
      "too many arguments: again. Only the offer is written without its option: --help lists them.",
    ],
    [
      "a place without its option",
      "estimate load-balancer LB-S FR_PAR_1",
      "too many arguments: FR_PAR_1. Only the offer is written without its option: --zone FR_PAR_1.",
    ],
    [
      "an amount and a place without their options",
      "estimate block-volume sbs_15k 100 fr-par-1",
      "its option: --size-gb 100 --zone fr-par-1.",
    ],
    [
      "a place of the second without its option",
      "compare instance PRO2-S --zone fr-par-2 -- PRO2-M pl-waw-2",
      "too many arguments: pl-waw-2. Only the offer is written without its option: --zone pl-waw-2.",
    ],
    ["no product", "estimate", "load-balancer"],
    ["nothing", "", "Commands:"],
  ])("ends with 2 for %s, and says what is meant", async (_what, line, says) => {
    const { code, out, err } = await ran(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(says);
    // Codes are for programs.
    expect(err).not.toMatch(/otherwise\s+[A-Z]+_/i);
  });
});
