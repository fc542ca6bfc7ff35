import { jsonLogger } from "../../src/server/logger";

function logged(write: (log: ReturnType<typeof jsonLogger>) => void): object[] {
  const lines: string[] = [];
  write(jsonLogger((line) => lines.push(line), { redact: (text) => text.replaceAll("secret", "***") }));
  return lines.map((line) => {
    const { time, level, message, ...fields } = JSON.parse(line) as Record<string, unknown>;
    return fields;
  });
}

test("a field that says the same as in the line before is printed again, one that changed as it is now", () => {
  const told = [
    { path: "/a", status: 200, errors: ["x"] },
    { path: "/a", status: 200, errors: ["x", "y"] },
    { path: "/b", status: 404, errors: [] },
    { path: "/a", status: 200, errors: [] },
  ];
  expect(logged((log) => told.forEach((fields) => void log.info("request", fields)))).toEqual(told);
});

test("a field is told by its name and by the type of what it says", () => {
  const told = [
    { first: "1", second: "2" },
    { second: "1", first: "2" },
    { first: "2", second: "1" },
    { first: 1, second: 2 },
    { second: 2, first: 1 },
  ];
  expect(logged((log) => told.forEach((fields) => void log.info("request", fields)))).toEqual(told);
});

test("an object that is told again is printed as it is by then", () => {
  const errors = ["x"];
  const lines = logged((log) => {
    log.info("request", { errors });
    errors.push("y");
    log.info("request", { errors });
  });
  expect(lines).toEqual([{ errors: ["x"] }, { errors: ["x", "y"] }]);
});

test("a field that is left out of one line is in the next", () => {
  const told = [{ operation: "A" }, { operation: undefined }, {}, { operation: null }, { operation: "A" }];
  expect(logged((log) => told.forEach((fields) => void log.info("request", fields)))).toEqual([
    { operation: "A" },
    {},
    {},
    { operation: null },
    { operation: "A" },
  ]);
});

test("a secret is hidden each time that it is told, also by another message", () => {
  const told = { cause: "a secret", path: "/secret" };
  const lines = logged((log) => {
    log.info("request", told);
    log.info("request", told);
    log.warn("another", told);
  });
  expect(lines).toEqual(Array(3).fill({ cause: "a ***", path: "/***" }));
});
