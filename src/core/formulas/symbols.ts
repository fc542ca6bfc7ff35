/** Operators and brackets between symbols and numbers, see {@link parseExpression}. */
type Delimiter = " " | "(" | ")" | "+" | "−" | "-" | "×" | "/" | ",";

type WordsOf<
  Text extends string,
  Word extends string = "",
  Found extends string = never,
> = Text extends `${infer First}${infer Rest}`
  ? First extends Delimiter
    ? WordsOf<Rest, "", Found | Word>
    : WordsOf<Rest, `${Word}${First}`, Found>
  : Found | Word;

/**
 * The symbols of an expression that is written out, for the compiler: terms that lack one, or have one too many, are no
 * program. Of an expression that is put together at run time nothing is known but that they are texts.
 */
export type SymbolsOf<Text extends string> = string extends Text
  ? string
  : Exclude<WordsOf<Text>, "" | "ln" | "max" | `${number}`>;
