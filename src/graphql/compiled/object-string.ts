import { memo } from "../../core/helpers";
import { memberCode, noMethod } from "./member-reader";
import type { Member, Path, Run, StringField } from "./run";
import { requireObject } from "./text";

type ObjectString = (object: unknown, run: Run, path: Path) => string;

/**
 * Prints objects of which all is one string by a function that is written for them: objects in them that are always there are printed in
 * their place, and what lies between two values is one text. So a line of a portfolio is put together of a third of the pieces, by
 * a function that meets no other objects.
 */
export function objectString(fields: readonly StringField[]): ObjectString {
  // When it is needed: what prints them in their place needs the fields alone.
  const compiled = memo(() => {
    const code = new ObjectCode();
    code.addObject("object", fields);
    return code.compiled();
  });
  return (object, run, path) => compiled()(object, run, path);
}

class ObjectCode {
  private readonly statements: string[] = [];
  /** Expressions that are strings, one after the other. */
  private readonly pieces: string[] = [];
  /** What is the same in all of them since the last value. */
  private between = "";
  /** What the code names `bound0` and so on. */
  private readonly bound: unknown[] = [];

  addObject(object: string, fields: readonly StringField[]): void {
    this.between += "{";
    fields.forEach((field, index) => {
      this.between += `${index === 0 ? "" : ","}${field.name}:`;
      if ("constant" in field) this.between += field.constant;
      else this.addValue(object, field);
    });
    this.between += "}";
  }

  private addValue(object: string, { member, values }: Extract<StringField, { member: Member }>): void {
    const read = memberCode(
      object,
      member,
      (member.call ?? []).map((value) => this.bind(value)),
    );
    const value = `value${this.statements.length}`;
    this.statements.push(`const ${value} = ${read};`);
    if (values.fields !== undefined) {
      this.statements.push(`requireObject(${value});`);
      this.addObject(value, values.fields);
    } else this.addPiece(`${this.bind(values.print)}(${value}, run, path)`);
  }

  private addPiece(code: string): void {
    this.pieces.push(JSON.stringify(this.between), code);
    this.between = "";
  }

  private bind(value: unknown): string {
    this.bound.push(value);
    return `bound${this.bound.length - 1}`;
  }

  compiled(): ObjectString {
    const text = [...this.pieces, JSON.stringify(this.between)].join(" + ");
    const body = `return (object, run, path) => { ${this.statements.join("\n")} return ${text}; };`;
    const names = this.bound.map((_, index) => `bound${index}`);
    return new Function("noMethod", "requireObject", ...names, body)(noMethod, requireObject, ...this.bound);
  }
}
