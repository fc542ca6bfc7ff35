// Without a library: a document is text, and an answer has data, errors, or both.
const query = `query Month($input: InstanceInput!) {
  instance(input: $input) { footprint(during: { hours: 730 }) { total { kgCo2Equivalent } notes } }
}`;

export async function ask(query, variables) {
  const response = await fetch(process.env.GRAPH ?? "http://localhost:4000/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = await response.json();
  // Each says what is wrong in words, with a code, the field and near names.
  for (const { message, extensions } of errors) console.error(`${extensions.code}: ${message}`);
  return data;
}

const { instance } = await ask(query, { input: { type: "PRO2-S", zone: "fr-par-2" } });
console.log(instance.footprint.total.kgCo2Equivalent.toFixed(3), "kg CO2e");
