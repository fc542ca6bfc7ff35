import { derivedRow, type FactorRow, recordedSource } from "./factor-row";
import { expected, type Inputs } from "./inputs";
import type { RecordedShare } from "./overhead";

const ONE_OF_A_SUM =
  "Only the sum of several such figures is known; the share is a convention. Range: from none of the sum to all of it.";

/** Totals of what all resources share by power, for a site of the size that the conventions state. */
export function sharedRows(inputs: Inputs): FactorRow[] {
  const { factors, overhead, lifespanHours } = inputs;
  const siteWatts = expected(factors, "site.it-power");
  const hours = (lifespan: string): number => expected(factors, `lifespan.${lifespan}`);
  const other = (id: string, name: string, part: string, over: number, unit = "kgCO2e"): FactorRow => {
    const all = overhead.otherKgPerKwh * (siteWatts / 1000) * over;
    return partOf(all, expected(factors, `share-of-other.${part}`), { id, name, unit }, inputs);
  };
  const energy = (id: string, name: string, share: number): FactorRow =>
    partOf(overhead.sharedEnergyRatio * siteWatts, share, { id, name, unit: "W" }, inputs);
  const network = expected(factors, "share-of-shared-energy.network");
  return [
    other(
      "data-centre.manufacturing",
      "Manufacturing of the data centre",
      "data-centre",
      hours("data-centre"),
    ),
    other("network.manufacturing", "Manufacturing of the network", "network", hours("network")),
    other(
      "enterprise-it.manufacturing",
      "Manufacturing of enterprise servers",
      "enterprise-it",
      lifespanHours,
    ),
    other(
      "non-it.yearly",
      "Offices, commuting and logistics in a year",
      "non-it",
      hours("year"),
      "kgCO2e/year",
    ),
    energy("network.power", "Power of the network", network),
    energy("enterprise-it.power", "Power of enterprise servers", 1 - network),
    ...bareMetalRows(inputs),
  ];
}

/** What bare metal was charged, stretch by stretch between steps: no footprint reads it, answers tell it where ours is another. */
function bareMetalRows({ sharedEnergy, factors }: Inputs): FactorRow[] {
  const step = expected(factors, "calibration.step");
  const stretches: RecordedShare[][] = [];
  for (const one of sharedEnergy) {
    const before = stretches.at(-1)?.at(-1);
    if (before !== undefined && Math.abs(one.ratio / before.ratio - 1) <= step) stretches.at(-1)?.push(one);
    else stretches.push([one]);
  }
  return stretches.map((of, index) => {
    const last = of.at(-1) as RecordedShare;
    const ratios = of.map(({ ratio }) => ratio);
    return derivedRow({
      id: "bare-metal.shared-energy",
      name: "Energy of network and enterprise servers over that of a bare-metal server, in the operator's estimates",
      range: { low: Math.min(...ratios), expected: last.ratio, high: Math.max(...ratios) },
      unit: "-",
      recorded: last.day,
      validFrom: index === 0 ? "" : (of[0] as RecordedShare).day,
      validTo: stretches[index + 1]?.[0]?.day ?? "",
      source: recordedSource(of.map(({ day }) => day).join(", ")),
      note: "Told and not charged: what moved of it moved in the constants of zones too, which contain it (docs/calibration.md). Range: the recordings.",
    });
  });
}

function partOf(
  all: number,
  share: number,
  text: { id: string; name: string; unit: string },
  { overheadRecorded: recorded }: Inputs,
): FactorRow {
  const range = { low: 0, expected: all * share, high: all };
  return derivedRow({ ...text, range, recorded, confidence: "ASSUMED", note: ONE_OF_A_SUM });
}
