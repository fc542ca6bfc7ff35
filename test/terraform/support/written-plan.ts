const PROVIDER = "registry.terraform.io/scaleway/scaleway";
export type Expressions = Record<string, object>;

export interface Written {
  readonly type: string;
  readonly after: object;
  readonly expressions?: Expressions;
  readonly unknown?: object;
  readonly sensitive?: object;
  readonly module?: string;
  readonly index?: number | string;
  readonly key?: string;
}

export const constant = (value: unknown) => ({ constant_value: value });
export const reference = (...references: string[]) => ({ references });

/** A plan of new resources, each named `r`, in the root or in a module of its name. */
export function planOf(
  all: readonly Written[],
  rest: { providers?: object; variables?: object; declared?: object; calls?: Record<string, object> } = {},
) {
  const inModule = (name: string | undefined) =>
    all
      .filter(({ module }) => module?.replace(/\[.*\]$/, "") === name)
      .map(({ type, expressions = {}, key = "scaleway" }) => ({
        ...{ address: `${type}.r`, mode: "managed", type, name: "r", provider_config_key: key, expressions },
      }));
  const calls = Object.entries(rest.calls ?? {}).map(
    ([name, { module, ...call }]: [string, { module?: object }]) => [
      name,
      { ...call, module: { ...module, resources: inModule(name) } },
    ],
  );
  return {
    format_version: "1.2",
    variables: rest.variables ?? {},
    resource_changes: all.map(
      ({ type, after, unknown = { id: true, zone: true, region: true }, sensitive = {}, module, index }) => ({
        address: `${module === undefined ? "" : `module.${module}.`}${type}.r${index === undefined ? "" : `[${JSON.stringify(index)}]`}`,
        ...(module === undefined ? {} : { module_address: `module.${module}` }),
        ...(index === undefined ? {} : { index }),
        ...{ mode: "managed", type, name: "r", provider_name: PROVIDER },
        change: {
          actions: ["create"],
          before: null,
          after,
          after_unknown: unknown,
          after_sensitive: sensitive,
        },
      }),
    ),
    configuration: {
      provider_config: rest.providers ?? {},
      root_module: {
        resources: inModule(undefined),
        variables: rest.declared ?? {},
        module_calls: Object.fromEntries(calls),
      },
    },
  };
}
