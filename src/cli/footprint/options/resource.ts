import type { Command, Option } from "commander";
import type { Product, ProductField, ResourceRequest } from "../../../library";
import { idOf } from "../../../library/product-named";
import { withoutCodes } from "../../../library/without-codes";
import { refuseSecond } from "../footprint-command";
import { ChoiceArgument, ChoiceOption } from "./choices";
import { aboutExcess } from "./excess-words";
import { fieldsBelow, optionNameOf, otherOptionNamesOf, ownFields } from "./field-names";
import { readNested, readValue } from "./field-values";
import { nestedCompletions } from "./nested-completions";

/** Most choices that the help lists; for more, it names the command that does. */
export const MOST_CHOICES = 12;

/** Collects the fields of a resource while the command line is parsed. */
export class ResourceOptions {
  private readonly given: Record<string, unknown> = {};
  /** Each field that takes one value, as it was written. */
  private readonly written = new Map<ProductField, string>();
  private readonly offer: ProductField | undefined;

  /** @param products all of them: a list may have offers of another one */
  constructor(
    private readonly product: Product,
    private readonly products: readonly Product[],
  ) {
    this.offer = ownFields(product).find(({ role }) => role === "OFFER");
  }

  /** Adds the offer as an argument and every other field as an option. */
  addTo(command: Command): void {
    const { offer, product } = this;
    if (offer !== undefined) {
      const argument = new ChoiceArgument(
        `[${optionNameOf(offer)}]`,
        helpOf(offer, product),
        offer.choices ?? [],
      );
      command.addArgument(argument.argParser((text: string) => this.take(offer, text, text, command)));
    }
    command.allowExcessArguments().hook("preAction", () => this.refuseExcess(command));
    command.optionsGroup(`${product.name}:`);
    for (const field of ownFields(product)) {
      for (const option of this.optionsOf(field, command)) command.addOption(option);
    }
  }

  request(): ResourceRequest {
    return { ...this.given, product: idOf(this.product) };
  }

  /** The library's own message does not say how else a value is given. */
  private refuseExcess(command: Command): void {
    const excess = command.args.slice(command.registeredArguments.length);
    if (excess.length === 0) return;
    command.error(`error: ${aboutExcess(excess, ownFields(this.product))}`, {
      code: "commander.excessArguments",
    });
  }

  private optionsOf(field: ProductField, command: Command): Option[] {
    const { product } = this;
    const placeholder =
      field.role === "NESTED" ? nestedPlaceholder(fieldsBelow(product, field.name)) : placeholderOf(field);
    return [optionNameOf(field), ...otherOptionNamesOf(field)].map((name, index) => {
      const option = new ChoiceOption(
        `--${name} <${placeholder}>`,
        helpOf(field, product),
        field.role === "NESTED"
          ? (typed) => nestedCompletions(fieldsBelow(product, field.name), typed, this.products)
          : (field.choices ?? []),
      );
      // The offer is an argument; its option and other names work, but are not in the help.
      if (index > 0 || field === this.offer) option.hideHelp();
      return option.argParser((text) => this.take(field, text, `--${name} ${text}`, command));
    });
  }

  /** @param written with its option, if it has one: the offer may have one or none */
  private take(field: ProductField, text: string, written: string, command: Command): unknown {
    const { name, role } = field;
    if (role === "NESTED") {
      const before = (this.given[name] as unknown[]) ?? [];
      this.given[name] = [...before, ...readNested(fieldsBelow(this.product, name), text)];
    } else {
      const before = this.written.get(field);
      if (before !== undefined) refuseSecond(command, before, written);
      this.written.set(field, written);
      this.given[name] = readValue(field, text);
    }
    return this.given[name];
  }
}

/** The boolean fields of a product, whose options need no value. */
export function flagsOf(product: Product): ReadonlySet<string> {
  const flags = ownFields(product).filter(
    ({ role, choices }) => role === "CHOICE" && choices?.join() === "false,true",
  );
  return new Set(flags.map((field) => `--${optionNameOf(field)}`));
}

function placeholderOf({ unit, role, name }: ProductField): string {
  if (unit !== null) return unit === "-" ? "number" : unit;
  if (role === "ZONE" || role === "REGION") return role.toLowerCase();
  return optionNameOf({ name, role } as ProductField)
    .split("-")
    .at(-1) as string;
}

function nestedPlaceholder(fields: readonly ProductField[]): string {
  const required = fields.filter(({ required }) => required).map((field) => `${optionNameOf(field)}=…`);
  return required.length > 0 ? required.join(",") : "name=…";
}

function helpOf(field: ProductField, product: Product): string {
  const { description, required, choices, role } = field;
  const parts = [withoutCodes(description)];
  if (role === "NESTED")
    parts.push(`Repeated for each. It has ${fieldsBelow(product, field.name).map(optionNameOf).join(", ")}.`);
  if (choices !== null && choices.length <= MOST_CHOICES) parts.push(`[${choices.join(", ")}]`);
  else if (choices !== null) parts.push(`[${choices.length}: footprint products ${idOf(product)}]`);
  if (required) parts.push("(required)");
  else if (field.default !== null && role !== "NESTED") parts.push(`(default: ${field.default})`);
  return parts.join(" ");
}
