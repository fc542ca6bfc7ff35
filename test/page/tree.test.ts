import { CRITERIA } from "../../page/src/text/criteria";
import { nodesTo, rowsIn, treeOf } from "../../page/src/views/estimate/tree";

const [GASES] = CRITERIA;
const total = (kg: number) => ({ kgCo2Equivalent: kg, kgCo2EquivalentLow: kg, kgCo2EquivalentHigh: kg });
const footprint = {
  total: total(3),
  components: [
    {
      name: "Server",
      footprint: { total: total(2), components: [{ name: "CPU", footprint: { total: total(2) } }] },
    },
    { name: "Network", footprint: { total: total(1), components: [{ name: "too deep" }] } },
  ],
};

describe("the tree of components", () => {
  const tree = treeOf(footprint, GASES);

  it("has each by its path, and leaves out what the document does not reach", () => {
    expect(tree.map(({ name, path, children }) => [name, path, children.length])).toEqual([
      ["Server", [0], 1],
      ["Network", [1], 0],
    ]);
    expect(nodesTo(tree, [0, 0]).map(({ name }) => name)).toEqual(["Server", "CPU"]);
    expect(nodesTo(tree, [5]).length).toBe(0);
  });

  it("shows the rows of what is open", () => {
    const names = (open: string[]) =>
      rowsIn(tree, new Set(open)).map(({ node, level }) => `${level} ${node.name}`);
    expect(names([])).toEqual(["1 Server", "1 Network"]);
    expect(names(["0"])).toEqual(["1 Server", "2 CPU", "1 Network"]);
    expect(names(["0.0"])).toEqual(["1 Server", "1 Network"]);
  });

  it("knows what is unknown", () => {
    const unknown = { components: [{ name: "A", footprint: { total: { m3WaterUsage: null } } }] };
    expect(treeOf(unknown, CRITERIA[1] ?? GASES)[0]?.amount).toBeNull();
  });
});
