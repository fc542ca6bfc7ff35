import { add, divide, exactly, mapIncreasing, maximum, multiply, type Range, subtract } from "./range";

/** A parsed formula: evaluates over ranges, knows the symbols it reads. */
export interface Expression {
  readonly symbols: readonly string[];
  evaluate(values: (symbol: string) => Range): Range;
}

type Node = (values: (symbol: string) => Range) => Range;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([()+−×/,-]))/uy;
const FUNCTIONS: ReadonlyMap<
  string,
  { readonly arity: "one" | "some"; readonly apply: (args: Range[]) => Range }
> = new Map([
  ["ln", { arity: "one" as const, apply: ([x]: Range[]) => logarithm(x as Range) }],
  ["max", { arity: "some" as const, apply: (args: Range[]) => args.reduce(maximum) }],
]);

/**
 * Parses the arithmetic that answers print: numbers, symbols, + − × /, parentheses, ln(x) and max(x, …).
 *
 * The text shown to a reader is the program that ran, so an explanation cannot drift from its result.
 * Each symbol should appear once where bounds matter: interval arithmetic does not see that two
 * occurrences of a symbol are the same quantity and would widen the range.
 *
 * @throws SyntaxError naming the position, for a formula that does not parse.
 */
export function parseExpression(text: string): Expression {
  const parser = new Parser(text);
  const evaluate = parser.whole();
  return { symbols: [...parser.symbols], evaluate };
}

/** Recursive descent over one formula; built, used once and dropped. */
class Parser {
  readonly symbols = new Set<string>();
  private readonly tokens: string[];
  private next = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  whole(): Node {
    const node = this.sum();
    if (this.next < this.tokens.length) this.fail(`unexpected "${this.peek()}"`);
    return node;
  }

  private sum(): Node {
    let left = this.product();
    while (this.peek() === "+" || this.peek() === "−" || this.peek() === "-") {
      const combine = this.take() === "+" ? add : subtract;
      left = binary(combine, left, this.product());
    }
    return left;
  }

  private product(): Node {
    let left = this.atom();
    while (this.peek() === "×" || this.peek() === "/") {
      const combine = this.take() === "×" ? multiply : divide;
      left = binary(combine, left, this.atom());
    }
    return left;
  }

  private atom(): Node {
    const token = this.take();
    if (token === undefined) return this.fail("unexpected end");
    if (token === "(") return this.closed(this.sum());
    if (/^\d/.test(token)) return constant(Number(token));
    if (!/^[\p{L}_]/u.test(token)) return this.fail(`unexpected "${token}"`);
    if (this.peek() === "(") return this.call(token);
    this.symbols.add(token);
    return (values) => values(token);
  }

  private call(name: string): Node {
    const called = FUNCTIONS.get(name);
    if (called === undefined) return this.fail(`unknown function "${name}"`);
    this.take();
    const args = [this.sum()];
    while (this.peek() === ",") {
      this.take();
      args.push(this.sum());
    }
    if (called.arity === "one" && args.length > 1) return this.fail(`"${name}" takes one argument`);
    return this.closed((values) => called.apply(args.map((arg) => arg(values))));
  }

  private closed(node: Node): Node {
    if (this.take() !== ")") this.fail('missing ")"');
    return node;
  }

  private peek(): string | undefined {
    return this.tokens[this.next];
  }

  private take(): string | undefined {
    return this.tokens[this.next++];
  }

  private fail(problem: string): never {
    throw new SyntaxError(`${problem} at token ${this.next} of formula "${this.text}"`);
  }
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new SyntaxError(`unreadable character at ${start} of formula "${text}"`);
    tokens.push((match[1] ?? match[2] ?? match[3]) as string);
  }
  return tokens;
}

function binary(combine: (a: Range, b: Range) => Range, left: Node, right: Node): Node {
  return (values) => combine(left(values), right(values));
}

function constant(value: number): Node {
  const fixed = exactly(value);
  return () => fixed;
}

function logarithm(x: Range): Range {
  if (x.low <= 0) throw new RangeError("logarithm of a range that reaches zero");
  return mapIncreasing(x, Math.log);
}
