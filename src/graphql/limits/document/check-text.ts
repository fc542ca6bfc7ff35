import { Lexer, Source, type Token, TokenKind } from "graphql";
import { LimitError } from "../limit-error";
import type { Limits } from "../settings";

const OPENS: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const CLOSES: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/**
 * What can be said of a document before it is parsed, in one pass that stops at the first excess. graphql-js parses
 * recursively: 100,000 levels of `{a` would exhaust the stack. It is read by the parser's own lexer, so both agree on
 * where strings and comments end.
 */
export function checkText(text: string, limits: Limits): LimitError | null {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens += 1;
      if (tokens > limits.tokens) return new LimitError("tokens", tokens, limits.tokens, true);
      const length = lengthOf(token);
      if (length > limits.text) return new LimitError("text", length, limits.text);
      if (OPENS.has(token.kind)) nesting += 1;
      else if (CLOSES.has(token.kind)) nesting -= 1;
      if (nesting > limits.nesting) return new LimitError("nesting", nesting, limits.nesting, true);
    }
  } catch {
    // No token: the parser stops at the same place, not deeper than it was counted here, and says what is wrong.
  }
  return null;
}

/** Errors quote names as they quote texts. */
function lengthOf({ value }: Token): number {
  return value?.length ?? 0;
}
