const MAP = String.raw`(?:: [^=\n;]+)? = new (?:Map|Set)\b`;
const OF_MODULE = new RegExp(String.raw`^(?:export )?(?:const|let) (\w+)${MAP}`, "gm");
const OF_OBJECT = new RegExp(
  String.raw`^ {2}(?:(?:private|protected|public|static|readonly) )*(#?\w+)${MAP}`,
  "gm",
);
/** Not of an object, for all that it stands as deep: of a call. */
const OF_CALL = /^ {2}(?:const|let) /;

/** Maps and sets of a source text, as it is formatted, that something is put into after they are made. */
export function growingMaps(text: string): { readonly ofModule: string[]; readonly ofObjects: string[] } {
  const grows = ([, name]: RegExpMatchArray): boolean =>
    new RegExp(String.raw`(?<![\w$])${name}\.(?:set|add)\(|getOrInsert\(\s*(?:this\.)?${name}\b`).test(text);
  const namesOf = (found: readonly RegExpMatchArray[]) =>
    found.filter(grows).map(([, name]) => name as string);
  return {
    ofModule: namesOf([...text.matchAll(OF_MODULE)]),
    ofObjects: namesOf([...text.matchAll(OF_OBJECT)].filter(([all]) => !OF_CALL.test(all))),
  };
}
