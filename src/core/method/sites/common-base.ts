import {
  type Component,
  type Contribution,
  type FactorCriterion,
  group,
  HEADLINE,
  leaf,
  type Said,
} from "../../footprint";
import { type Calculation, defineFormula, input, type Value } from "../../formulas";
import type { FactorSource } from "../hardware";
import { itEnergy, NO_USE, type Site, type Use, useOf } from "../life-cycle";
import { FACTOR_CRITERIA, perCriterion, seriesOf } from "../per-criterion";

/** What a resource brings to the common base. */
export interface BaseLoad {
  /** IT power charged to the resource, P_eq [W]. */
  readonly power: Value;
  /** Power of the whole host over that of the reference host: the key of the servers that manage the offers. */
  readonly relativePower: Value;
  /** Duration of use, dU [h]. */
  readonly hours: Value;
  readonly site: Site;
  readonly management: Management;
}

/** The servers that manage a place's offers, and the stock, for the reference host. */
export interface Management {
  /** Power [W]. */
  readonly power: Value;
  /** Manufacturing of servers and stock [kgCO2e]. */
  readonly manufacturing: Value;
  /** Where they draw their electricity: the place itself, unless its data say otherwise. */
  readonly site: Site;
  /** What a reader must know of them. */
  readonly notes?: readonly Said[];
}

const BUILDING = perCriterion("building", "Data centre manufacturing", "dU / DDV × P_eq / P_comm × I_dc × r");
const BY_POWER = perCriterion("shared", "Shared manufacturing by power", "dU / DDV × I × r × P_eq / P_it");
const YEARLY = perCriterion("non_it", "Non-IT impact by power", "I_year × r × dU / year × P_eq / P_it");
const MANAGEMENT = perCriterion(
  "management",
  "Manufacturing of management servers and stock",
  "dU / DDV × I_zone × part × r × k",
);
const SHARED_POWER = defineFormula({
  symbol: "P_shared",
  label: "Power of shared equipment charged by power",
  unit: "W",
  expression: "P_total × P_eq / P_it",
});
const MANAGEMENT_POWER = defineFormula({
  symbol: "P_management",
  label: "Power of the servers that manage the offers",
  unit: "W",
  expression: "P_zone × k",
});
const WHOLE = input(1, "-");

/** What the factors that lead from kgCO2e to the other criteria are of. */
const TO_BUILDING = "ratio.building";
const TO_IT_EQUIPMENT = "ratio.it-equipment";
const TO_NON_IT = "ratio.non-it";

const REMAINDER = defineFormula({ symbol: "part", label: "The rest", unit: "-", expression: "1 − stock" });

/**
 * What every resource is charged besides its equipment: data centre, network, cross-functional IT, stock and non-IT.
 * Source: method section on the common base; the management servers and the stock follow the operator's
 * estimates, where they are not multiplied by the share but by the power of the whole host.
 */
export function commonBase(load: BaseLoad, factor: FactorSource): Component[] {
  const [powered, managed] = [new PoweredBase(load, factor), new ManagedBase(load, factor)];
  const crossFunctional = group({ name: "Cross-functional IT", kind: "CROSS_FUNCTIONAL_IT" }, [
    powered.enterprise(),
    managed.servers(),
  ]);
  return [powered.dataCentre(), powered.network(), crossFunctional, managed.stock(), powered.nonIt()];
}

/** What of the common base is so much for each watt charged. */
export function poweredBase(load: PoweredLoad, factor: FactorSource): Component[] {
  const base = new PoweredBase(load, factor);
  return [base.dataCentre(), base.network(), base.enterprise(), base.nonIt()];
}

/** What of the common base is so much for each time the power of the reference host. */
export function managedBase(load: ManagedLoad, factor: FactorSource): Component[] {
  const base = new ManagedBase(load, factor);
  return [base.servers(), base.stock()];
}

type PoweredLoad = Pick<BaseLoad, "power" | "hours" | "site">;
type ManagedLoad = Pick<BaseLoad, "relativePower" | "hours" | "management">;

/** Charged by the power of the resource. */
class PoweredBase {
  private readonly powerKeys: { dU: Value; P_eq: Value; P_it: Value };

  constructor(
    private readonly load: PoweredLoad,
    private readonly factor: FactorSource,
  ) {
    this.powerKeys = { dU: load.hours, P_eq: load.power, P_it: factor("site.it-power") };
  }

  dataCentre(): Component {
    const { dU, P_eq } = this.powerKeys;
    const DDV = this.factor("lifespan.data-centre");
    const P_comm = this.factor("site.reserved-power");
    const I_dc = this.factor("data-centre.manufacturing");
    const contributions = manufacturing((criterion) =>
      BUILDING[criterion].apply({ dU, P_eq, DDV, P_comm, I_dc, r: this.ratio(TO_BUILDING, criterion) }),
    );
    return operational("Data centre and technical environment", "DATA_CENTRE", contributions);
  }

  network(): Component {
    const manufacturing = this.byPower("network.manufacturing", "lifespan.network");
    return operational("Network", "NETWORK", manufacturing, this.sharedUse("network.power"));
  }

  enterprise(): Component {
    const manufacturing = this.byPower("enterprise-it.manufacturing", "lifespan.hardware");
    const use = this.sharedUse("enterprise-it.power");
    return operational("Enterprise servers", "CROSS_FUNCTIONAL_IT", manufacturing, use);
  }

  nonIt(): Component {
    const { dU, P_eq, P_it } = this.powerKeys;
    const I_year = this.factor("non-it.yearly");
    const year = this.factor("lifespan.year");
    const contributions = manufacturing((criterion) =>
      YEARLY[criterion].apply({ dU, P_eq, P_it, I_year, year, r: this.ratio(TO_NON_IT, criterion) }),
    ).map((one) => ({ ...one, stage: "use" as const }));
    return operational("Non-IT: offices, commuting, logistics", "NON_IT", contributions);
  }

  private byPower(impact: string, lifespan: string): Contribution[] {
    const { dU, P_eq, P_it } = this.powerKeys;
    const I = this.factor(impact);
    const DDV = this.factor(lifespan);
    return manufacturing((criterion) =>
      BY_POWER[criterion].apply({ dU, P_eq, P_it, I, DDV, r: this.ratio(TO_IT_EQUIPMENT, criterion) }),
    );
  }

  private sharedUse(power: string): Use {
    const { dU: hours, P_eq, P_it } = this.powerKeys;
    const shared = SHARED_POWER.apply({ P_total: this.factor(power), P_eq, P_it });
    return useOf(itEnergy({ power: shared, hours, share: WHOLE }), this.load.site);
  }

  private ratio(of: string, criterion: FactorCriterion): Value {
    return ratioOf(this.factor, of, criterion);
  }
}

/** The servers that manage the offers, and the stock: charged by the power of the whole host where the operator shows it. */
class ManagedBase {
  constructor(
    private readonly load: ManagedLoad,
    private readonly factor: FactorSource,
  ) {}

  servers(): Component {
    const { hours, relativePower: k, management } = this.load;
    const power = MANAGEMENT_POWER.apply({ P_zone: management.power, k });
    const part = REMAINDER.apply({ stock: this.factor("stock.share") });
    return operational(
      "Servers that manage the offers",
      "CROSS_FUNCTIONAL_IT",
      this.manufacturing(part),
      useOf(itEnergy({ power, hours, share: WHOLE }), management.site),
      management.notes,
    );
  }

  stock(): Component {
    const contributions = this.manufacturing(this.factor("stock.share"));
    const { notes } = this.load.management;
    return operational("Stock of spare equipment", "STOCK", contributions, NO_USE, notes);
  }

  private manufacturing(part: Value): Contribution[] {
    const { hours: dU, relativePower: k } = this.load;
    const { manufacturing: I_zone } = this.load.management;
    const DDV = this.factor("lifespan.hardware");
    return manufacturing((criterion) => {
      const r = ratioOf(this.factor, TO_IT_EQUIPMENT, criterion);
      return MANAGEMENT[criterion].apply({ dU, DDV, I_zone, k, part, r });
    });
  }
}

/** Impacts of shared equipment are known in kgCO2e; the other criteria follow by a ratio to it. */
function ratioOf(factor: FactorSource, of: string, criterion: FactorCriterion): Value {
  return criterion === HEADLINE ? WHOLE : factor(seriesOf(of, criterion));
}

function operational(
  name: string,
  kind: Component["kind"],
  beside: readonly Contribution[],
  { contributions: ofUse, unknown }: Use = NO_USE,
  notes: readonly Said[] = [],
): Component {
  const contributions = ofUse.length === 0 ? beside : beside.concat(ofUse);
  return leaf({ name, kind, charged: "operational", contributions, unknown, notes });
}

function manufacturing(calculate: (criterion: FactorCriterion) => Calculation): Contribution[] {
  return FACTOR_CRITERIA.map((criterion) => ({
    criterion,
    stage: "manufacturing" as const,
    calculation: calculate(criterion),
  }));
}
