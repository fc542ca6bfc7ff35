import { readConfig } from "../../src/process/config";
import { requireKnownSettings } from "../../src/process/known-settings";
import { SETTINGS, SETTINGS_TABLE, type Setting } from "../../src/process/settings-table";

describe("settings that nothing reads", () => {
  it.each([
    ["FOOTPRINT_AUHT", "FOOTPRINT_AUTH"],
    ["FOOTPRINT_RATELIMIT", "FOOTPRINT_RATE_LIMIT"],
    ["FOOTPRINT_TRUSTED_PROXY", "FOOTPRINT_TRUST_PROXY"],
    ["FOOTPRINT_APIKEYS", "FOOTPRINT_API_KEYS"],
    ["FOOTPRINT_CORS_ORIGIN", "FOOTPRINT_CORS_ORIGINS"],
    ["FOOTPRINT_MAX_DEPHT", "FOOTPRINT_MAX_DEPTH"],
    ["FOOTPRINT_METRIC_PORT", "FOOTPRINT_METRICS_PORT"],
    ["footprint_auth", "FOOTPRINT_AUTH"],
  ])("%s is refused, with %s", (name, near) => {
    expect(() => readConfig({ [name]: "1" })).toThrow(`${name} is no setting. Did you mean ${near}`);
  });

  it("are told all at once", () => {
    expect(() =>
      requireKnownSettings({ FOOTPRINT_AUHT: "keys", FOOTPRINT_OUR_OWN_HELPER_SCRIPT: "", PATH: "/bin" }),
    ).toThrow(
      "FOOTPRINT_AUHT is no setting. Did you mean FOOTPRINT_AUTH?\nFOOTPRINT_OUR_OWN_HELPER_SCRIPT is no setting.",
    );
  });

  it("are not what a cluster says of a service of that name, nor settings, nor those of others", () => {
    const links = {
      FOOTPRINT_GRAPH_SERVICE_HOST: "10.0.0.1",
      FOOTPRINT_GRAPH_SERVICE_PORT: "4000",
      FOOTPRINT_GRAPH_SERVICE_PORT_HTTP: "4000",
      FOOTPRINT_GRAPH_PORT: "tcp://10.0.0.1:4000",
      FOOTPRINT_GRAPH_PORT_4000_TCP: "tcp://10.0.0.1:4000",
      FOOTPRINT_GRAPH_PORT_4000_TCP_PROTO: "tcp",
      FOOTPRINT_GRAPH_PORT_4000_TCP_ADDR: "10.0.0.1",
    };
    expect(() => requireKnownSettings(links)).not.toThrow();
    expect(() => requireKnownSettings(Object.fromEntries(SETTINGS.map((name) => [name, "x"])))).not.toThrow();
    expect(() => requireKnownSettings({ MY_FOOTPRINT_AUHT: "keys" })).not.toThrow();
  });
});

describe("the table of settings", () => {
  const rows = Object.entries(SETTINGS_TABLE as Readonly<Record<string, Setting>>);

  it("names every choice and range that a start takes, and no other", () => {
    for (const [name, setting] of rows) {
      if (setting.type === "choice") {
        expect(() => readConfig({ [name]: "no choice" })).toThrow(
          `${name} must be one of ${setting.choices.join(", ")}`,
        );
        const choices = setting.choices.filter((one) => name !== "FOOTPRINT_AUTH" || one === "none");
        for (const choice of choices) expect(() => readConfig({ [name]: choice })).not.toThrow();
      } else if (setting.type === "whole" || setting.type === "seconds") {
        const { least, most } = setting;
        for (const value of [least, most]) expect(() => readConfig({ [name]: String(value) })).not.toThrow();
        for (const value of [least - 1, most + 1, "x"]) {
          expect(() => readConfig({ [name]: String(value) })).toThrow(`${name} must be a`);
        }
      }
    }
  });

  it("has the defaults that hold where nothing is set", () => {
    const said = Object.fromEntries(
      rows.flatMap(([name, setting]) =>
        "default" in setting ? [[name, String(setting.default ?? "")]] : [],
      ),
    );
    expect(readConfig(said)).toEqual(readConfig({}));
    expect(Object.keys(said).length).toBeGreaterThan(10);
  });
});
