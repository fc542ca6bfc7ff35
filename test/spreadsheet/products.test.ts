import { readSheet, type SheetProduct } from "../../src/spreadsheet";
import { codes, composedProducts, items, reader } from "./support/products";

const read = reader();
const products = composedProducts();
const kindsOf = (sheet: ReturnType<typeof read>) =>
  items(sheet).map((item) => Object.keys((item as { resource: object }).resource)[0]);

describe("the product of a line", () => {
  it.each(
    products.flatMap(({ kind, id, name, aliases }) =>
      [kind, id, name, ...aliases].map((written) => [written, kind]),
    ),
  )("is known by %s", (written, kind) => {
    const product = products.find((one) => one.kind === kind) as SheetProduct;
    const required = product.fields.filter((field) => field.required && !field.name.includes("."));
    const cells = required.map(
      ({ choices, minimum }: SheetProduct["fields"][number] & { minimum?: number | null }) =>
        choices?.[0] ?? String(minimum ?? 1),
    );
    for (const spelt of [written, written.toUpperCase(), ` ${written.toLowerCase()} `]) {
      const sheet = read(
        `product;${required.map(({ name }) => name).join(";")}\n${spelt};${cells.join(";")}\n`,
      );
      expect([sheet.problems, kindsOf(sheet)]).toEqual([[], [kind]]);
    }
  });

  it.each<[string, (offer: string) => string]>([
    ["as it is", (offer) => offer],
    ["in small letters with _", (offer) => offer.toLowerCase().replaceAll("-", "_")],
    ["in capitals", (offer) => offer.toUpperCase()],
  ])("is known by any offer alone, %s", (_, spelt) => {
    const offers = products.flatMap(({ kind, fields }) =>
      fields
        .filter(({ role, name }) => role === "OFFER" && !name.includes("."))
        .flatMap(({ choices }) => (choices ?? []).map((offer) => ({ offer, kind }))),
    );
    expect(offers.length).toBeGreaterThan(100);
    const sheet = read(
      `offer;location;size (GB)\n${offers.map(({ offer }) => `${spelt(offer)};fr-par-1;10`).join("\n")}\n`,
    );
    expect([kindsOf(sheet), sheet.problems]).toEqual([offers.map(({ kind }) => kind), []]);
  });

  it.each([
    ["VM", "PRO2-S", "instance"],
    ["virtual machine", "PRO2-S", "instance"],
    ["scaleway_instance_server", "PRO2-S", "instance"],
    ["volume", "sbs_5k", "blockVolume"],
    ["Bucket", "standard", "objectBucket"],
    ["storage", "standard", "objectBucket"],
    ["LB", "LB-S", "loadBalancer"],
    ["k8s", "kapsule", "kubernetesCluster"],
    ["Kapsule cluster", "kapsule", "kubernetesCluster"],
    ["Generative APIs", "H100-2", "dedicatedDeployment"],
    ["serverless", "llama-3.3-70b-instruct", "serverlessUsage"],
    ["PRO2-S", "", "instance"],
  ])("is known as people call it: %s %s", (product, offer, kind) => {
    expect(kindsOf(read(`product;offer;location;size (GB)\n${product};${offer};fr-par-1;10\n`))).toEqual([
      kind,
    ]);
  });

  it("is known by a column that is called type, where the offer has its own", () => {
    const sheet = read("type;offer;zone\ninstance;PRO2-S;fr-par-1\nload balancer;LB-S;fr-par-1\n");
    expect([kindsOf(sheet), sheet.problems]).toEqual([["instance", "loadBalancer"], []]);
  });

  it("is an error where nothing tells it, and never the likeliest", () => {
    const sheet = read(
      [
        "product;offer;zone",
        "elastic metal;EM-A;fr-par-1",
        ";PRO2-XXXS;fr-par-1",
        "storage;;fr-par-1",
        ";;fr-par-1",
      ].join("\n"),
    );
    expect(sheet.lines).toEqual([]);
    expect(codes(sheet)).toEqual([
      [2, "UNKNOWN_PRODUCT"],
      [3, "UNKNOWN_OFFER"],
      [4, "AMBIGUOUS_PRODUCT"],
      [5, "MISSING_VALUE"],
    ]);
    expect(sheet.problems[1]?.suggestions).toContain("PRO2-XXS");
  });

  it("can be one that nobody has thought of yet", () => {
    const field = { unit: null, required: true, default: null, choices: null };
    const faxes: SheetProduct = {
      ...{ kind: "faxLine", id: "fax", name: "Fax Lines", description: "Lines for faxes.", aliases: [] },
      fields: [
        { ...field, name: "tariff", role: "OFFER", choices: ["FAX-1", "FAX-2"] },
        { ...field, name: "region", role: "REGION", choices: ["fr-par"] },
        { ...field, name: "pagesSent", role: "AMOUNT", unit: "page" },
        { ...field, name: "count", role: "COUNT", unit: "line", required: false },
      ],
    };
    const sheet = readSheet(
      "Plan;Zone;Pages sent (k);Count;Days\nfax-1;fr-par-2;1,5;3;2\nPRO2-S;fr-par-1;;3;2\n",
      { products: [...products, faxes] },
    );
    expect(sheet.problems).toEqual([]);
    expect(items(sheet)).toEqual([
      {
        during: { hours: 48 },
        resource: { faxLine: { tariff: "fax-1", region: "fr-par", pagesSent: 1500, count: 3 } },
      },
      { count: 3, during: { hours: 48 }, resource: { instance: { type: "PRO2-S", zone: "fr-par-1" } } },
    ]);
  });
});
