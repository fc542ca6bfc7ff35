import { DomainError, lookUp, suggest } from "../../src/core/errors";

const TYPES = [
  "PRO2-XXS",
  "PRO2-XS",
  "PRO2-S",
  "PRO2-M",
  "PRO2-L",
  "DEV1-S",
  "GP1-S",
  "POP2-2C-8G",
  "POP2-HC-2C-4G",
];
const LONG = "PRO2-S".repeat(50_000);

describe("suggest", () => {
  it.each([
    // The same letters come before a name that merely begins like it or is one letter away.
    ["PRO2S", "PRO2-S"],
    ["pro2-s", "PRO2-S"],
    ["pro2xs", "PRO2-XS"],
    ["pro2_m", "PRO2-M"],
    ["PRO2–L", "PRO2-L"],
    ["PRP2-XXS", "PRO2-XXS"],
    ["dev1s", "DEV1-S"],
    ["pop2 2c 8g", "POP2-2C-8G"],
    ["POP2-HC-2C", "POP2-HC-2C-4G"],
  ])("%s leads to %s first", (wanted, name) => {
    expect(suggest(wanted, TYPES)[0]).toBe(name);
  });

  it("gives five at most", () => {
    const names = suggest("PRO2", TYPES);

    expect(names).toHaveLength(5);
    expect(names.every((name) => name.startsWith("PRO2-"))).toBe(true);
  });

  it("does not depend on the order of the names", () => {
    expect(suggest("PRO2", [...TYPES].reverse())).toEqual(suggest("PRO2", TYPES));
  });

  it.each(["", "   ", "---", "!?", "🚀", "e"])("has nothing to say to %j", (wanted) => {
    expect(suggest(wanted, TYPES)).toEqual([]);
  });

  it.each(["ミラノ", "вычисления", "é".repeat(6), "مثيل"])("has nothing near to %s", (wanted) => {
    expect(suggest(wanted, TYPES)).toEqual([]);
  });

  it("compares letters of any alphabet", () => {
    expect(suggest("ミラノ1", ["ミラノ-1", "パリ-1"])).toEqual(["ミラノ-1"]);
  });

  it("has nothing near to a name that is much longer than any", () => {
    expect(suggest(LONG, TYPES)).toEqual([]);
  });

  it("has nothing to suggest from an empty list", () => {
    expect(suggest("PRO2-S", [])).toEqual([]);
  });
});

describe("lookUp", () => {
  const entries = new Map(TYPES.map((name, index) => [name, index]));
  const error = { code: "UNKNOWN_INSTANCE_TYPE", what: "Instance type", field: "input.type" } as const;
  const refusal = (name: string, all = entries): DomainError => {
    try {
      lookUp(all, name, error);
    } catch (thrown) {
      if (thrown instanceof DomainError) return thrown;
      throw thrown;
    }
    throw new Error("was not refused");
  };

  it("gives the entry of the name", () => {
    expect(lookUp(entries, "PRO2-S", error)).toBe(2);
  });

  it("gives an entry that is falsy", () => {
    expect(lookUp(entries, "PRO2-XXS", error)).toBe(0);
  });

  it("names the field and the nearest names where there is none", () => {
    const { code, message, details } = refusal("PRO2S");

    expect(code).toBe("UNKNOWN_INSTANCE_TYPE");
    expect(message).toMatch(/^Unknown Instance type "PRO2S"\. Did you mean PRO2-S(, [^,?]+)*\?$/);
    expect(details.field).toBe("input.type");
    expect(details.suggestions?.[0]).toBe("PRO2-S");
  });

  it("says all names where none is near and they are few", () => {
    const { message, details } = refusal("");

    expect(message).toBe(`Unknown Instance type "". There are ${TYPES.join(", ")}.`);
    expect(details.suggestions).toEqual(TYPES);
  });

  it("suggests nothing where nothing is near and there are many", () => {
    const many = new Map(Array.from({ length: 100 }, (_, index) => [`TYPE-${index}`, index]));
    const { message, details } = refusal("", many);

    expect(message).toBe('Unknown Instance type "".');
    expect(details.suggestions).toEqual([]);
  });

  it.each(["__proto__", "constructor", "toString"])("knows no %s", (name) => {
    expect(refusal(name).message).toContain(`"${name}"`);
  });

  it("does not repeat a very long name in its message", () => {
    const { message } = refusal(LONG);

    expect(message.length).toBeLessThan(300);
    expect(message).toContain("…");
  });
});
