import { SETTINGS_TABLE, type Setting } from "../../process/settings-table";

const LIMITS_ROW =
  "| `FOOTPRINT_MAX_…`, `FOOTPRINT_…_TIMEOUT` | limits of requests: size, cost and time ([limits.md](limits.md)) | whole number | see [limits.md](limits.md) |";

/** The settings in Markdown. */
export function settingsTable(): string {
  const rows = Object.entries(SETTINGS_TABLE as Readonly<Record<string, Setting>>).map(
    ([name, setting]) =>
      `| \`${name}\` | ${setting.says} | ${valuesOf(setting)} | ${setting.without ?? defaultOf(setting)} |`,
  );
  return ["| setting | meaning | values | default |", "| --- | --- | --- | --- |", ...rows, LIMITS_ROW].join(
    "\n",
  );
}

function valuesOf(setting: Setting): string {
  switch (setting.type) {
    case "choice":
      return setting.choices.map((one) => `\`${one}\``).join(", ");
    case "whole":
      return `${setting.least} to ${setting.most}`;
    case "seconds":
      return `${setting.least} to ${setting.most} s`;
    case "names":
      return "comma-separated list";
    case "text":
      return "text";
  }
}

function defaultOf(setting: Setting): string {
  return "default" in setting && setting.default !== null ? String(setting.default) : "none";
}
