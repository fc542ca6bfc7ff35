/** Width of a text in a terminal [columns]: 0 for colour codes and combining characters, 2 for wide letters and emoji. */
export function visibleLength(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what colours text begins with one
  const plain = text.replace(/\u001b\[[0-9;]*m/g, "");
  if (!BEYOND_LATIN.test(plain)) return plain.length;
  return [...plain.replace(PICTURE, "xx").replace(WIDE, "xx").replace(WITHOUT_WIDTH, "")].length;
}

const BEYOND_LATIN = /[^\u0020-\u02ff\u2010-\u2027\u2200-\u22ff\u2500-\u257f]/;
const PICTURE =
  /\p{RI}\p{RI}|(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)\p{EMod}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{EMod}?)*/gu;
/** East Asian wide characters. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]/gu;
const WITHOUT_WIDTH = /[\p{M}\p{Cf}]/gu;

/** Removes the backticks around commands and names, which are for Markdown. */
function withoutMarks(text: string): string {
  return text.replace(/`([^`]+)`/g, "$1");
}

/** Wraps a text to a width between words; longer words are broken. */
export function wrap(text: string, width: number): string[] {
  const most = Math.max(width, 1);
  const lines: string[] = [];
  let line = "";
  for (const word of withoutMarks(text)
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((one) => pieces(one, most))) {
    if (line !== "" && visibleLength(line) + 1 + visibleLength(word) > most) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** Breaks a long word between its parts, such as those of a URL, into as few lines as possible. */
function pieces(word: string, width: number): string[] {
  if (visibleLength(word) <= width) return [word];
  const lines: string[] = [];
  for (const part of partsOf(word).flatMap((one) => cut(one, width))) {
    const line = lines.at(-1);
    if (line === undefined || visibleLength(line) + visibleLength(part) > width) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines;
}

/** Length of the longest unbreakable part of a text. */
export function longestPart(text: string): number {
  return Math.max(0, ...text.split(/\s+/).flatMap(partsOf).map(visibleLength));
}

/** Break opportunities: before a dot or bracket, after `_`, `-` and `/`: `scaleway_`, `instance_`, `server`, `.web`, `["a-`, `b"]`. */
function partsOf(word: string): string[] {
  return word.split(/(?<=[^.[])(?=[.[])|(?<=[_\-/,])(?=[^_\-/,])/);
}

function cut(part: string, width: number): string[] {
  const characters = [...part];
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, index) =>
    characters.slice(index * width, (index + 1) * width).join(""),
  );
}

/** Wraps a text with a hanging indent: a prefix before the first line, as many spaces before the others. */
export function hanging(first: string, text: string, width: number): string[] {
  const indent = " ".repeat(visibleLength(first));
  return wrap(text, width - indent.length).map((line, index) => `${index === 0 ? first : indent}${line}`);
}
