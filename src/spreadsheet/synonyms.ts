/**
 * What people call things, as data: no code knows any of these words. Words are in small letters and in the singular
 * (`wordsOf`). Names of products, offers and places are not here: they come from the products themselves.
 */

/** Several words, or another spelling, for one word: put in its place before anything is compared. */
export const PHRASES: readonly (readonly [string, string])[] = [
  ["availability zone", "zone"],
  ["av zone", "zone"],
  ["az", "zone"],
  ["data center", "place"],
  ["data centre", "place"],
  ["datacenter", "place"],
  ["datacentre", "place"],
  ["v cpu", "cpu"],
  ["uo m", "uom"],
  ["as of", "asof"],
  ["verfugbarkeitszone", "zone"],
  ["zone de disponibilite", "zone"],
  ["rechenzentrum", "place"],
  ["instanztyp", "instance type"],
  ["servertyp", "server type"],
  ["knotentyp", "node type"],
  ["speicherklasse", "storage class"],
  ["classe de stockage", "storage class"],
];

export const PLURALS_OF_THEIR_OWN: Readonly<Record<string, string>> = {
  gpus: "gpu",
  vms: "vm",
  cpus: "cpu",
  hrs: "hr",
};

/** One word for another in the header of a field: the word on the right is the one that is compared. */
export const WORDS: Readonly<Record<string, string>> = {
  utilization: "load",
  utilisation: "load",
  usage: "load",
  used: "load",
  busy: "load",
  occupancy: "load",
  processor: "cpu",
  vcpu: "cpu",
  graphics: "gpu",
  flavor: "type",
  flavour: "type",
  plan: "type",
  sku: "type",
  offer: "type",
  offering: "type",
  offre: "type",
  typ: "type",
  klasse: "type",
  classe: "type",
  modell: "model",
  modele: "model",
  serveur: "server",
  auslastung: "load",
  charge: "load",
  knoten: "node",
  noeud: "node",
  eingabe: "input",
  entree: "input",
  ausgabe: "output",
  sortie: "output",
  jeton: "token",
  tier: "type",
  class: "type",
  kind: "type",
  prompt: "input",
  completion: "output",
  generated: "output",
  worker: "node",
  replica: "node",
  capacity: "size",
  volume: "size",
  disk: "size",
  storage: "size",
  stored: "size",
  space: "size",
  taille: "size",
  speicher: "size",
  stockage: "size",
  große: "size",
  grosse: "size",
  location: "place",
  emplacement: "place",
  lieu: "place",
  locality: "place",
  site: "place",
  standort: "place",
  ort: "place",
};

/** Words of a header that say nothing about which field it is. */
export const FILLERS: ReadonlySet<string> = new Set(
  "the a of per for d de du des la le les der die das von month monthly average avg mean measured current commercial resource product service server scaleway scw mode value".split(
    " ",
  ),
);
/** Beside those, in the header of a number, and of a text. */
export const FILLERS_OF_NUMBERS: ReadonlySet<string> = new Set(
  "number nb no count quantity total amount sum provisioned allocated reserved".split(" "),
);
export const FILLERS_OF_TEXTS: ReadonlySet<string> = new Set("name id code".split(" "));

/** What the header of a field of this part may be alone, after {@link WORDS}. */
export const HEADERS_OF_ROLES: Readonly<Record<string, ReadonlySet<string>>> = {
  OFFER: new Set(["type", "model"]),
  ZONE: new Set(["zone", "place"]),
  REGION: new Set(["region", "place"]),
};
/** The same for an amount of data, where a product has one. */
export const HEADERS_OF_SIZES: ReadonlySet<string> = new Set(["size", "data", "sizesize", "datasize"]);

/** What a column says of a line, whatever its product: its headers, those first that are surest. */
export const HEADERS_OF_LINES = {
  product: words(
    "product; service; product name; service name; produit; produkt; product type; service type; resource type; resource kind; kind; resource; category; type",
  ),
  label: words(
    "label; name; resource name; server name; hostname; host; title; nom; bezeichnung; libelle; instance name; alias; servername; rechnername; nom du serveur; id; resource id; server id; identifier; reference; description; beschreibung",
  ),
  count: words(
    "count; quantity; qty; number; number of instance; number of resource; how many; nb; quantite; nombre; amount; copy; unit; instance count; billed quantity; usage quantity; consumed quantity; resource count; anzahl; menge; stuck; stuckzahl; stk",
  ),
  unit: words(
    "unit; unit of measure; uom; billing unit; billed unit; usage unit; consumed unit; quantity unit; unit of quantity; quantity uom; count unit; unit of count; einheit; mengeneinheit; einheit der menge; unite; unite de mesure; unite de quantite",
  ),
  hours: words(
    "hour; duration; number of hour; hour of use; runtime; run time; uptime; usage hour; hour used; used hour; running hour; hour running; running time; usage time; hour per month; monthly hour; heure; duree; stunden; laufzeit; betriebsstunden; betriebsstunde; usage; day; month; week; h; hr; minute",
  ),
  from: words(
    "from; start; begin; since; start date; start time; started at; from date; date from; period start; begin date; valid from; debut; date de debut; beginn; anfang; startdatum; von; starting",
  ),
  to: words(
    "to; end; until; till; end date; end time; ended at; to date; date to; period end; stop; stop date; valid to; fin; date de fin; ende; enddatum; bis; ending",
  ),
  asOf: words("asof; factor asof; pin"),
} as const satisfies Record<string, readonly string[]>;

/** What a count is of, in a column that says the unit of numbers. */
export const THINGS_COUNTED: ReadonlySet<string> = new Set(
  "unit piece pc pcs item each ea copy instance machine vm node volume bucket cluster stuck stk st unite exemplaire".split(
    " ",
  ),
);

function words(headers: string): readonly string[] {
  return headers.split("; ");
}

/** What a line that adds others up is called, and what may stand beside that. */
export const WORDS_OF_TOTALS: ReadonlySet<string> = new Set(
  "total totaux totale totaal sum subtotal summe gesamt gesamtsumme zwischensumme insgesamt somme somma suma".split(
    " ",
  ),
);
export const BESIDE_TOTALS: ReadonlySet<string> = new Set(
  "grand general overall sub sous all line of the de du des resource instance server".split(" "),
);

/** Cells that say that a value is not known, which is not the same as an empty cell. */
export const UNKNOWN_CELLS: ReadonlySet<string> = new Set([
  "-",
  "--",
  "?",
  "n/a",
  "na",
  "nan",
  "null",
  "none",
  "unknown",
  "tbd",
  "#n/a",
  "#value!",
  "#ref!",
]);
