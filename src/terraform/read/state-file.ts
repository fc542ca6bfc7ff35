import type { Json, TerraformDocument } from "../document";
import { keyText, moduleAddressOf, modulesOf } from "./address";
import { refused } from "./json-text";
import { entriesOf, keyOf, objectOf, objectsOf, textOf } from "./shapes";
import { type StateResource, stateOf } from "./state";

/** A state as it is kept (`terraform.tfstate`, version 4), by which the JSON of `terraform show` is one step nearer. */
export function readStateFile(document: Json): TerraformDocument {
  return stateOf(
    entriesOf(document.resources, "resources").flatMap(instancesOf),
    textOf(document.terraform_version),
  );
}

function instancesOf(one: Json): StateResource[] {
  const type = textOf(one.type);
  if (type === null) throw refused("The file is damaged or was changed: a resource in it has no type.");
  const name = textOf(one.name) ?? "";
  const isData = textOf(one.mode) === "data";
  const module = modulesOf(textOf(one.module) ?? "");
  const moduleAddress = moduleAddressOf(module);
  const provider = /provider\["([^"]+)"\]|provider\.(\w+)/.exec(textOf(one.provider) ?? "");
  return entriesOf(one.instances, "instances").map((instance) => {
    const key = keyOf(instance.index_key);
    const own = `${isData ? "data." : ""}${type}.${name}${keyText(key)}`;
    return {
      address: moduleAddress === "" ? own : `${moduleAddress}.${own}`,
      ...{ isData, type, name, key, module, moduleAddress },
      provider: provider?.[1] ?? provider?.[2] ?? "",
      values: objectOf(instance.attributes),
      unknown: {},
      sensitive: sensitiveIn(instance.sensitive_attributes),
      earlier: null,
      deposed: textOf(instance.deposed),
    };
  });
}

/** Paths such as `[{type: "get_attr", value: "type"}]`, as the mask that plans have. */
function sensitiveIn(paths: unknown): Json {
  const all = Array.isArray(paths) ? paths : [];
  return Object.fromEntries(
    all.flatMap((path) => {
      const [first] = objectsOf(path);
      const name = textOf(first?.value);
      return name === null ? [] : [[name, true]];
    }),
  );
}
