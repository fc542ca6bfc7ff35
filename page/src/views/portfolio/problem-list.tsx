import type { VNode } from "preact";
import type { Product } from "../../form/fields";
import { fieldInWords, inWords } from "../../text/words";
import { save } from "../../ui/save";
import { Scrolled } from "../../ui/scrolled";
import { alikeProblems } from "./alike-problems";
import { problemsSheet, type ToldProblem } from "./results";

const MOST_SHOWN = 100;

/** Why lines have no figure: each reason with the numbers of its lines. The sum has the others. */
export function ProblemList({
  problems,
  products,
}: {
  readonly problems: readonly ToldProblem[];
  readonly products: readonly Product[];
}): VNode {
  const alike = alikeProblems(problems);
  const shown = alike.slice(0, MOST_SHOWN);
  const lines = new Set(problems.map(({ source, line, label }) => `${source} ${line} ${label}`)).size;
  return (
    <section aria-labelledby="problems-title" class="told-problems">
      <h2 id="problems-title">
        {lines.toLocaleString("en")} {lines === 1 ? "line is" : "lines are"} not in the sum
      </h2>
      <Scrolled label="Problems">
        <table>
          <thead>
            <tr>
              <th scope="col">Lines</th>
              <th scope="col">Column or field</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ problem: { source, column, isOfGraph, message, suggestions }, where }, index) => (
              <tr key={index}>
                <th scope="row">
                  {where}
                  {source !== "" && <span class="hint"> {source}</span>}
                </th>
                <td>{isOfGraph ? fieldInWords(column, products) : column}</td>
                <td>
                  {inWords(message, products)}
                  {suggestions.length > 0 && !message.includes(suggestions[0] as string) && (
                    <span class="hint"> Perhaps {suggestions.slice(0, 5).join(", ")}?</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <p class="actions">
        {alike.length > shown.length && (
          <span>
            The first {MOST_SHOWN} of {alike.length.toLocaleString("en")}.{" "}
          </span>
        )}
        <button type="button" onClick={() => save(problemsSheet(problems, {}), "footprint-problems.csv")}>
          Save all as CSV
        </button>
      </p>
    </section>
  );
}
