import type { AttributePath, ValuePath } from "../../core/contract";
import { getOrInsert } from "../../core/helpers";
import type { InstanceKey, Json, ModuleStep, TerraformResource } from "../document";
import { stepsOf } from "../read/address";
import { objectOf, textOf } from "../read/shapes";
import { type Configuration, type Expression, expressionAt } from "./configuration";
import { agreed, type Found, known, UNKNOWN, UNSAID } from "./found";
import { KnownWhilePlanning } from "./known-while-planning";
import { MOST_REFERENCES, References, theOneOf } from "./references";
import type { KnownResources } from "./resources";
import { isMarked, isSaid, valueAt } from "./value-at";

/** What a provider takes where neither a resource nor its block says anything. */
type ProviderDefault = (
  resource: TerraformResource,
  attribute: string,
) => { readonly value: string; readonly says: string } | undefined;

/** Where a rule speaks of the provider of the resource. */
const PROVIDER = "provider";

export interface ValuesOptions {
  readonly defaultOfProvider: ProviderDefault;
  /** What the environment says of providers: it wins over their blocks. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** Whether the configuration is that of these values, and not of those that they will become. */
  readonly isConfigured: boolean;
  /** Resources as they are now: what their provider has filled in tells what it fills in. */
  readonly witnesses: readonly TerraformResource[];
}

/** Values of one side of a document: as attributes have them, or as the configuration leads to them. */
export class Values {
  private readonly references: References;
  private readonly whilePlanning: KnownWhilePlanning;
  private readonly filledIn = new Map<string, string | null>();
  private readonly formerly: ReadonlyMap<string, TerraformResource>;

  constructor(
    private readonly resources: KnownResources,
    private readonly configuration: Configuration,
    private readonly options: ValuesOptions,
  ) {
    this.references = new References(resources, configuration);
    this.whilePlanning = new KnownWhilePlanning(this.references, configuration);
    this.formerly = new Map(options.witnesses.map((one) => [one.address, one]));
  }

  /** @param path attributes, each but the last of which names another resource */
  at(resource: TerraformResource, path: ValuePath): Found {
    const [attribute, ...rest] = path as readonly [AttributePath, ...AttributePath[]];
    if (attribute[0] === PROVIDER) return this.ofProvider(resource, attribute[1] ?? "");
    if (rest.length === 0) return this.attribute(resource, attribute, 0);
    const targets = this.linked(resource, attribute);
    if (targets.length === 0) return UNSAID;
    return agreed(targets.map((one) => this.at(one, rest)));
  }

  /** The resources that an attribute names by their ids, as values or as references. */
  linked(resource: TerraformResource, attribute: AttributePath): readonly TerraformResource[] {
    const { value } = valueAt(resource.values, attribute);
    if (typeof value === "string" && value !== "") {
      const target = this.resources.withId(value);
      return target === null ? [] : [target];
    }
    const expression = this.expressionOf(resource, attribute);
    if (expression === null) return [];
    return this.references.referred(expression, resource.module, resource.key, 0);
  }

  /** What the environment or the block of its provider says, or what the provider takes where they say nothing. */
  private ofProvider(resource: TerraformResource, attribute: string): Found {
    const said = this.options.environment[attribute] ?? null;
    if (said !== null) return { ...known(said), isOfProvider: true };
    const block = this.configuration.provider(this.providerKeyOf(resource), resource.type);
    const expression = block === null ? null : expressionAt(block.expressions, [attribute]);
    const found =
      block === null || expression === null ? UNSAID : this.evaluated(expression, block.module, null, 0);
    if (found.state === "known") return { ...found, isOfProvider: true };
    if (found.state === "unknown")
      return { ...UNKNOWN, attribute: `${attribute} of its provider`, isOfProvider: true };
    const taken = this.options.defaultOfProvider(resource, attribute);
    if (taken === undefined) return UNSAID;
    const seen = this.filledInBy(resource, attribute);
    if (seen === null) return { ...known(taken.value), isOfProvider: true, says: taken.says };
    const says = `Where neither a resource nor its provider names a ${attribute}, that of what its provider has made before is taken.`;
    return { ...known(seen), isOfProvider: true, says: seen === taken.value ? taken.says : says };
  }

  /** What the provider of a resource has filled in for others, and for itself where it is replaced; null where they differ. */
  private filledInBy(resource: TerraformResource, attribute: string): string | null {
    const provider = this.providerKeyOf(resource);
    if (provider === null) return null;
    const own = this.formerly.get(resource.address)?.values[attribute];
    if (typeof own === "string" && own !== "" && this.expressionOf(resource, [attribute]) === null)
      return own;
    return getOrInsert(this.filledIn, `${provider} ${attribute}`, () => {
      const values = this.options.witnesses.flatMap((one) => {
        const value = one.values[attribute];
        const isFilledIn =
          this.providerKeyOf(one) === provider && this.expressionOf(one, [attribute]) === null;
        return isFilledIn && typeof value === "string" && value !== "" ? [value] : [];
      });
      const [first = null] = values;
      return values.every((one) => one === first) ? first : null;
    });
  }

  private attribute(resource: TerraformResource, path: AttributePath, depth: number): Found {
    const { value, rest } = valueAt(resource.values, path);
    if (rest.length === 0 && isSaid(value)) {
      return known(value, isMarked(resource.sensitive, path));
    }
    const expression = this.expressionOf(resource, path);
    if (expression !== null) {
      const found = this.evaluated(expression, resource.module, resource.key, depth + 1);
      if (found.state !== "unknown") return found;
      if (!isMarked(resource.unknown, path)) return UNSAID;
      return { ...UNKNOWN, attribute: path.join("."), isNull: this.isNull(resource, expression) };
    }
    // The provider fills in what nobody wrote: as it did before, or with its default.
    const earlier = resource.earlier === null ? undefined : valueAt(resource.earlier, path);
    if (
      earlier !== undefined &&
      earlier.rest.length === 0 &&
      isSaid(earlier.value) &&
      isMarked(resource.unknown, path)
    ) {
      return known(earlier.value, isMarked(resource.sensitive, path));
    }
    return UNSAID;
  }

  /** What is known while planning, and yet not in the plan, is null: the provider fills it in. */
  private isNull(resource: TerraformResource, expression: Expression): boolean {
    const each = expressionAt(this.configuredOf(resource), ["for_each_expression"]);
    return this.whilePlanning.isKnown(expression, { module: resource.module, each });
  }

  /** What a reference to an attribute leads to. What the provider fills in there is not known yet, but for places. */
  private referenced(resource: TerraformResource, path: AttributePath, depth: number): Found {
    const found = this.attribute(resource, path, depth);
    if (found.state !== "unsaid" || !isMarked(resource.unknown, path)) return found;
    const [attribute = ""] = path;
    const isPlace = path.length === 1 && this.options.defaultOfProvider(resource, attribute) !== undefined;
    return isPlace ? this.ofProvider(resource, attribute) : UNKNOWN;
  }

  private evaluated(
    expression: Expression,
    module: readonly ModuleStep[],
    key: InstanceKey,
    depth: number,
  ): Found {
    if (isSaid(expression.constant)) return known(expression.constant);
    const reference = theOneOf(expression.references);
    if (reference === null || depth > MOST_REFERENCES) return UNKNOWN;
    const steps = stepsOf(reference);
    const [first, second] = steps;
    if (first?.name === "var" && second !== undefined) {
      return this.variable(
        second.name,
        steps.slice(2).map(({ name }) => name),
        module,
        depth,
      );
    }
    if (first?.name === "module" && second !== undefined) {
      const output = steps[2]?.name;
      if (output === undefined) return UNKNOWN;
      const answers = this.references
        .outputsOf(module, second.name, second.key, key, output)
        .map(({ expression: one, path }) => this.evaluated(one, path, null, depth + 1));
      return agreed(answers);
    }
    const { targets, rest } = this.references.resourcesOf(steps, module, key);
    // What is counted is the value of an attribute, not a resource as a whole.
    if (rest.length === 0) return UNKNOWN;
    return agreed(targets.map((one) => this.referenced(one, rest, depth + 1)));
  }

  private variable(
    name: string,
    rest: readonly string[],
    module: readonly ModuleStep[],
    depth: number,
  ): Found {
    const inputs = this.configuration.moduleAt(module)?.inputs ?? null;
    if (module.length === 0) return this.given(name, rest);
    const expression = expressionAt(inputs, [name]);
    if (expression === null) return this.defaultOf(name, module);
    const caller = module.slice(0, -1);
    const found = this.evaluated(expression, caller, module.at(-1)?.key ?? null, depth + 1);
    if (found.state !== "known" || rest.length === 0) return found;
    const part = valueAt(objectOf(found.value), rest);
    return part.rest.length === 0 && isSaid(part.value) ? { ...found, value: part.value } : UNKNOWN;
  }

  /** A variable of the root, which a plan has with its value. */
  private given(name: string, rest: readonly string[]): Found {
    const variable = this.configuration.variables[name];
    if (variable === undefined) return UNKNOWN;
    const { value } = valueAt(objectOf(variable), ["value", ...rest]);
    const declared = objectOf(objectOf(this.configuration.moduleAt([])?.module.variables)[name]);
    return isSaid(value) ? known(value, declared.sensitive === true) : UNSAID;
  }

  /** A variable that is not handed on says nothing where its default is none. */
  private defaultOf(name: string, module: readonly ModuleStep[]): Found {
    const declared = objectOf(objectOf(this.configuration.moduleAt(module)?.module.variables)[name]);
    return isSaid(declared.default) ? known(declared.default) : UNSAID;
  }

  private expressionOf(resource: TerraformResource, path: AttributePath): Expression | null {
    if (!this.options.isConfigured) return null;
    const configured = this.configuredOf(resource);
    return configured === null ? null : expressionAt(configured.expressions, path);
  }

  private providerKeyOf(resource: TerraformResource): string | null {
    return textOf(this.configuredOf(resource)?.provider_config_key);
  }

  private configuredOf({ module, type, name, isData }: TerraformResource): Json | null {
    return this.configuration.resourceIn(module, `${isData ? "data." : ""}${type}.${name}`);
  }
}
