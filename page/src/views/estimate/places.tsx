import type { VNode } from "preact";
import type { Asked } from "../../api/use-answer";
import { countryName } from "../../form/place-names";
import type { PagePlacesQuery } from "../../generated/operations";
import { CRITERIA } from "../../text/criteria";
import { headText, stepOfAll, threeDigits } from "../../text/figures";
import { unitName } from "../../text/unit-names";
import { Answered } from "../../ui/answered";
import { Leaves } from "../../ui/leaves";
import { FigureOf, HeadOf, RangeOf } from "../../ui/number";
import { Problem } from "../../ui/problem";
import { Scrolled } from "../../ui/scrolled";
import type { EstimateAnswer } from "./answer";
import type { PlaceRow } from "./place-rows";
import { PlacesPicture } from "./places-picture";

const [GASES] = CRITERIA;

type PlacesProps = Pick<EstimateAnswer, "resource"> & {
  readonly asked: Asked<PagePlacesQuery, unknown>;
  readonly rows: readonly PlaceRow[];
  /** Places where it is not available. */
  readonly without: readonly string[];
};

/** The same resource in every place. */
export function Places({ asked, rows, without, resource }: PlacesProps): VNode {
  const { data, problems, isWaiting, isOld } = asked;
  const { locality } = resource;
  const item = data?.portfolio?.items[0];
  const found = item?.resource?.alternatives;
  const step = stepOfAll(
    rows.map(({ amount }) => amount?.expected),
    GASES,
  );
  const known = rows.filter(({ amount }) => amount !== null);
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">Here and elsewhere</h2>
      <p class="place">
        <Leaves of={locality.leaves} />
        <span>
          <strong>{locality.name}</strong>, {countryName(locality.country)}: {locality.leaves} of 3 leaves.{" "}
          <span class="hint">
            Electricity {threeDigits(locality.electricity.value)} {unitName(locality.electricity.unit)}, PUE{" "}
            {threeDigits(locality.pue.value)}: {threeDigits(locality.kgCo2EquivalentPerKwh)} kg CO₂e per kWh
            of its equipment.
          </span>
        </span>
      </p>
      {problems.map(({ message }) => (
        <Problem key={message} message={message} />
      ))}
      {data === null && isWaiting && <p class="wait">Asking …</p>}
      <Answered {...{ isOld, isWaiting }}>
        {data !== null && found === null && (
          <p class="hint">This product does not say where else it exists.</p>
        )}
        {found?.length === 0 && <p class="hint">It exists nowhere else in this period.</p>}
        {known.length > 1 && <PlacesPicture rows={known} />}
        {rows.length > 1 && (
          <Scrolled label="Places">
            <table class="places stacked">
              <thead>
                <tr>
                  <th scope="col">Place</th>
                  <th scope="col" class="number">
                    <HeadOf title={GASES.title} step={step} of={GASES.of} />
                  </th>
                  <th scope="col" class="number range-column">
                    Range
                  </th>
                  <th scope="col" class="number">
                    Against here
                  </th>
                  <th scope="col">Leaves</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.name} class={row.isHere ? "here" : undefined}>
                    <th scope="row">
                      {row.name}
                      <span class="hint"> {row.isHere ? "here" : countryName(row.country)}</span>
                    </th>
                    {row.problem === null ? (
                      <>
                        <td class="number" data-label={headText(GASES.title, step, GASES)}>
                          <FigureOf amount={row.amount} criterion={GASES} step={step} />
                        </td>
                        <td class="number range-column">
                          <RangeOf amount={row.amount} criterion={GASES} step={step} />
                        </td>
                        <td class="number" data-label="Against here">
                          {row.isHere ? "" : against(row.relative)}
                          {row.isSettled === false && <span class="hint"> not settled</span>}
                        </td>
                      </>
                    ) : (
                      <td colSpan={3}>{row.problem}</td>
                    )}
                    <td data-label="Leaves">
                      <Leaves of={row.leaves} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {rows.some(({ isSettled }) => isSettled === false) && (
              <p class="hint">
                “Not settled”: what tells the two places apart is assumed or uncertain, so that either could
                be the lower.
              </p>
            )}
          </Scrolled>
        )}
        {without.length > 0 && (
          <p class="hint without">
            Left out: {without.join(", ")}, where {resource.name} is not offered in this period.
          </p>
        )}
      </Answered>
    </section>
  );

  function against(relative: number | null): string {
    if (relative === null) return "";
    const percent = Math.round(relative * 100);
    if (percent === 0) return "the same";
    return percent > 900
      ? `${threeDigits(relative + 1)} times`
      : `${percent > 0 ? "+" : "−"}${Math.abs(percent)} %`;
  }
}
