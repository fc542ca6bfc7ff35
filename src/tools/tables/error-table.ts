import { errorCatalogue } from "../../core/errors";

/** The catalogue of errors in Markdown, with the codes of the products that are composed. */
export function errorTable(): string {
  const rows = [...errorCatalogue()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([code, { meaning, remedy, details = [], status }]) =>
        `| \`${code}\` | ${status ?? ""} | ${meaning} | ${remedy} | ${details.map((one) => `\`${one}\``).join(", ")} |`,
    );
  return [
    "| code | status | what is wrong | what to do | details |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
