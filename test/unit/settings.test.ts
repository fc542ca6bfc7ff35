import { readConfig } from "../../src/process/config";
import { requireKnownSettings, SETTINGS } from "../../src/process/settings";

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
