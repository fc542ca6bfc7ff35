import { items, reader } from "./support/products";

const read = reader();
const LINE = {
  label: "web",
  count: 2,
  during: { hours: 730 },
  resource: { instance: { type: "PRO2-S", zone: "fr-par-2", cpuLoadPercent: 12.5 } },
};

describe("headers", () => {
  it.each([
    ["the fields' own names", "label,count,hours,type,zone,cpuLoadPercent"],
    ["snake_case", "label,count,hours,type,zone,cpu_load_percent"],
    ["capitals and spaces", "Label,Count,Hours,Type,Zone,CPU Load Percent"],
    ["capitals alone", "LABEL,COUNT,HOURS,TYPE,ZONE,CPU LOAD PERCENT"],
    ["units in brackets", "label,count,hours (h),type,zone,CPU load (%)"],
    ["units behind", "label,count,duration in hours,type,zone,CPU load %"],
    ["the product before them", "Instance name,count,hours,Instance type,Instance zone,instance cpu load"],
    ["plurals", "labels,counts,hours,types,zones,CPU loads"],
    ["other words", "hostname,qty,uptime (h),flavor,availability zone,vCPU utilisation (%)"],
    ["words of clouds", "name,quantity,Hours per month,SKU,AZ,average CPU usage"],
    ["amounts by the month", "name,Number of instances,hours/month,plan,location,cpu (percent)"],
    ["French", "Nom,Quantité,Heures,Offre,Zone,CPU (%)"],
    [
      "French as it is spoken",
      "Nom du serveur,Quantité,Heures par mois,Type d'instance,Zone de disponibilité,Charge CPU (%)",
    ],
    ["German", "Bezeichnung,Stück,Laufzeit (h),Instanztyp,Verfügbarkeitszone,CPU-Auslastung (%)"],
    ["German, otherwise", "Servername,Stückzahl,Betriebsstunden,Typ,Standort,CPU Auslastung"],
    ["spaces around", " label , count , hours , type , zone , cpu load "],
  ])("are taken as %s", (_, headers) => {
    const sheet = read(`${headers}\nweb,2,730,PRO2-S,fr-par-2,12.5\n`);
    expect([sheet.problems, sheet.notes]).toEqual([[], []]);
    expect(items(sheet)).toEqual([LINE]);
  });

  it.each([
    ["size (GB)", "1500"],
    ["sizeGb", "1500"],
    ["Size", "1.5 TB"],
    ["Volume size (TB)", "1.5"],
    ["disk_size_gb", "1500"],
    ["capacity", "1500000 MB"],
    ["Storage (GB)", "1500"],
  ])("of an amount of data can be %s, as %s", (header, cell) => {
    const sheet = read(`class;${header};zone\nsbs_5k;${cell};fr-par-1\n`);
    expect(sheet.problems).toEqual([]);
    expect(items(sheet)).toEqual([
      { resource: { blockVolume: { storageClass: "sbs_5k", sizeGb: 1500, zone: "fr-par-1" } } },
    ]);
  });

  it("of one sheet hold for products with other fields", () => {
    const sheet = read(
      [
        "Offer;Size (GB);Location;Hours",
        "PRO2-S;;fr-par-1;730",
        "sbs_5k;20;fr-par-1;730",
        "standard;500;fr-par-2;730",
        "LB-S;;nl-ams-1;10",
      ].join("\n"),
    );
    expect(sheet.problems).toEqual([]);
    expect(items(sheet)).toEqual([
      { during: { hours: 730 }, resource: { instance: { type: "PRO2-S", zone: "fr-par-1" } } },
      {
        during: { hours: 730 },
        resource: { blockVolume: { storageClass: "sbs_5k", sizeGb: 20, zone: "fr-par-1" } },
      },
      {
        during: { hours: 730 },
        resource: { objectBucket: { storageClass: "standard", storedGb: 500, region: "fr-par" } },
      },
      { during: { hours: 10 }, resource: { loadBalancer: { type: "LB-S", zone: "nl-ams-1" } } },
    ]);
    expect(sheet.notes.map(({ code, message }) => [code, message])).toEqual([
      ["REGION_OF_ZONE", "fr-par-2 lies in fr-par, which is taken."],
    ]);
  });

  it("of pools are numbered, from 0 or 1, or are one cell of JSON", () => {
    const pools = [
      { nodeType: "DEV1-M", nodes: 2 },
      { nodeType: "PRO2-S", nodes: 1 },
    ];
    const resource = { kubernetesCluster: { controlPlane: "kapsule", region: "fr-par", pools } };
    const row = "kapsule;fr-par;DEV1-M;2;PRO2-S;1";
    for (const sheet of [
      `controlPlane;region;pools.0.nodeType;pools.0.nodes;pools.1.nodeType;pools.1.nodes\n${row}`,
      `Control plane;Region;Pool 1 type;Pool 1 nodes;Pool 2 type;Pool 2 node count\n${row}`,
      `control_plane;region;pools[0].type;pools[0].nodes;pools[1].type;pools[1].nodes\n${row}`,
      `control plane;region;pools\nkapsule;fr-par;"${JSON.stringify(pools).replaceAll('"', '""')}"`,
      JSON.stringify([{ offer: "kapsule", region: "fr-par", pools }]),
    ]) {
      expect([items(read(sheet)), read(sheet).problems]).toEqual([[{ resource }], []]);
    }
  });

  it("that nobody knows are told once, and the lines are read", () => {
    const sheet = read("type,zone,owner,price (EUR/h)\nPRO2-S,fr-par-1,me,0.1\nPRO2-S,fr-par-1,you,0.2\n");
    expect(sheet.lines).toHaveLength(2);
    expect(sheet.notes.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, "owner", "UNKNOWN_COLUMN"],
      [1, "price (EUR/h)", "UNKNOWN_COLUMN"],
    ]);
  });

  it.each(["vCPUs", "CPU", "CPU model", "RAM (GiB)"])("of what a machine has are no load: %s", (header) => {
    const sheet = read(`type,zone,${header}\nPRO2-S,fr-par-1,2\n`);
    expect(items(sheet)).toEqual([{ resource: { instance: { type: "PRO2-S", zone: "fr-par-1" } } }]);
    expect(sheet.notes.map(({ code }) => code)).toEqual(["UNKNOWN_COLUMN"]);
  });

  it("of another product's fields are told with the number of their cells", () => {
    const sheet = read("type,zone,cpu load\nLB-S,fr-par-1,10\nLB-S,fr-par-1,20\nPRO2-S,fr-par-1,30\n");
    expect(sheet.lines).toHaveLength(3);
    expect(sheet.notes).toEqual([
      expect.objectContaining({
        line: 2,
        column: "cpu load",
        code: "UNUSED_CELLS",
        message: expect.stringContaining("2 times"),
      }),
    ]);
  });

  it("are asked for where there are none", () => {
    const { problems, lines } = read("PRO2-S,fr-par-1,730\nDEV1-M,fr-par-1,730\n");
    expect(lines).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ line: null, code: "NO_HEADERS", suggestions: ["product,type,zone,hours"] }),
    ]);
  });
});
