import { add, divide, exactly, mapIncreasing, maximum, multiply, type Range, subtract } from "./range";

/** A parsed formula: evaluates over ranges, knows the symbols it reads. */
export interface Expression {
  readonly symbols: readonly string[];
  evaluate(values: (symbol: string) => Range): Range;
  /** The same text carried out in another arithmetic than that of ranges. */
  in<T>(arithmetic: Arithmetic<T>, values: (symbol: string) => T): T;
}

/** The operations of a formula, for one kind of number. */
export interface Arithmetic<T> {
  constant(value: number): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  ln(x: T): T;
  maximum(a: T, b: T): T;
}

type Operation = "add" | "subtract" | "multiply" | "divide" | "maximum";
type Node = <T>(arithmetic: Arithmetic<T>, values: (symbol: string) => T) => T;
type OverRanges = (values: (symbol: string) => Range) => Range;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([()+−×/,-]))/uy;
const FUNCTIONS: ReadonlyMap<
  string,
  { readonly arity: "one" | "some"; readonly of: (first: Node, others: Node[]) => Node }
> = new Map([
  ["ln", { arity: "one" as const, of: (x: Node) => logarithmOf(x) }],
  [
    "max",
    {
      arity: "some" as const,
      of: (first: Node, others: Node[]) =>
        others.reduce((largest, one) => binary("maximum", largest, one), first),
    },
  ],
]);

/** Ranges, as closures compiled once for each formula: an answer parses no text. */
const OVER_RANGES: Arithmetic<OverRanges> = {
  constant: (value) => {
    const fixed = exactly(value);
    return () => fixed;
  },
  add: (a, b) => (values) => add(a(values), b(values)),
  subtract: (a, b) => (values) => subtract(a(values), b(values)),
  multiply: (a, b) => (values) => multiply(a(values), b(values)),
  divide: (a, b) => (values) => divide(a(values), b(values)),
  ln: (x) => (values) => logarithm(x(values)),
  maximum: (a, b) => (values) => maximum(a(values), b(values)),
};

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
  const whole = parser.whole();
  const evaluate = whole<OverRanges>(OVER_RANGES, (symbol) => (values) => values(symbol));
  return { symbols: [...parser.symbols], evaluate, in: whole };
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
      const combine = this.take() === "+" ? "add" : "subtract";
      left = binary(combine, left, this.product());
    }
    return left;
  }

  private product(): Node {
    let left = this.atom();
    while (this.peek() === "×" || this.peek() === "/") {
      const combine = this.take() === "×" ? "multiply" : "divide";
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
    return (_, values) => values(token);
  }

  private call(name: string): Node {
    const called = FUNCTIONS.get(name);
    if (called === undefined) return this.fail(`unknown function "${name}"`);
    this.take();
    const first = this.sum();
    const others: Node[] = [];
    while (this.peek() === ",") {
      this.take();
      others.push(this.sum());
    }
    if (called.arity === "one" && others.length > 0) return this.fail(`"${name}" takes one argument`);
    return this.closed(called.of(first, others));
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

function binary(operation: Operation, left: Node, right: Node): Node {
  return (arithmetic, values) => arithmetic[operation](left(arithmetic, values), right(arithmetic, values));
}

function constant(value: number): Node {
  return (arithmetic) => arithmetic.constant(value);
}

function logarithmOf(x: Node): Node {
  return (arithmetic, values) => arithmetic.ln(x(arithmetic, values));
}

function logarithm(x: Range): Range {
  if (x.low <= 0) throw new RangeError("logarithm of a range that reaches zero");
  return mapIncreasing(x, Math.log);
}
