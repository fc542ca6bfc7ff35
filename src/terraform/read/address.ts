import type { InstanceKey, ModuleStep } from "../document";

/** A part of an address: a name, with the key in brackets behind it. */
export interface AddressStep {
  readonly name: string;
  readonly key: InstanceKey;
}

const STEP = /([^.[\]]+)((?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])*)(?:\.|$)/y;
const KEY = /\[("(?:[^"\\]|\\.)*"|[^\]]*)\]/g;

/** The steps of an address or a reference: `module.app["a.b"].scaleway_lb.main[0]`. Keys have dots and brackets of their own. */
export function stepsOf(address: string): AddressStep[] {
  const steps: AddressStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < address.length) {
    const found = STEP.exec(address);
    if (found === null) break;
    const [first, ...more] = [...(found[2] as string).matchAll(KEY)].map(([, key]) => keyIn(key as string));
    steps.push({ name: found[1] as string, key: first ?? null });
    // A second pair of brackets is one more step: a place in a list.
    for (const key of more) steps.push({ name: String(key), key: null });
  }
  return steps;
}

function keyIn(text: string): InstanceKey {
  if (text.startsWith('"')) {
    try {
      return JSON.parse(text) as string;
    } catch {
      return text.slice(1, -1);
    }
  }
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** The modules of an address such as `module.app["a"].module.database`. */
export function modulesOf(address: string): ModuleStep[] {
  const steps = stepsOf(address);
  const modules: ModuleStep[] = [];
  for (let index = 0; steps[index]?.name === "module" && steps[index + 1] !== undefined; index += 2) {
    modules.push(steps[index + 1] as ModuleStep);
  }
  return modules;
}

export function moduleAddressOf(modules: readonly ModuleStep[]): string {
  return modules.map(({ name, key }) => `module.${name}${keyText(key)}`).join(".");
}

export function keyText(key: InstanceKey): string {
  if (key === null) return "";
  return typeof key === "number" ? `[${key}]` : `[${JSON.stringify(key)}]`;
}
