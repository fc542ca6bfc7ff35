import { type Dated, Editions } from "../formulas";

/** The public method that the figures follow, as it is published from a day on. */
export interface MethodEdition extends Dated {
  /** Of the edition: clients keep things by their id. */
  readonly id: string;
  /** Month of its publication. */
  readonly version: string;
  readonly name: string;
  readonly url: string;
}

/** Editions that change figures come with editions of the formulas that they change. */
export const METHODOLOGY = new Editions<MethodEdition>([
  {
    validFrom: null,
    id: "scaleway-environmental-footprint",
    version: "2026-05",
    name: "Scaleway environmental footprint, after the ADEME product category rules for data-centre and cloud services; hardware models of Boavizta",
    url: "https://www.scaleway.com/en/docs/environmental-footprint/additional-content/environmental-footprint-calculator/",
  },
]);
