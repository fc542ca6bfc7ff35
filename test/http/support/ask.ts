import { request } from "node:http";

export const JSON_TYPE = "application/json";
export const RESULT_TYPE = "application/graphql-response+json";

export interface HttpAnswer {
  readonly status: number;
  /** The media type alone. */
  readonly type: string;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: { readonly code: string; readonly field?: string };
    }[];
  };
}

type RequestHeaders = Readonly<Record<string, string>>;

export async function post(url: string, body: unknown, headers: RequestHeaders = {}): Promise<HttpAnswer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const all = { "content-type": JSON_TYPE, ...headers };
  return answerOf(await fetch(url, { method: "POST", headers: all, body: text }));
}

/** By GET, with the header that tells the server that no foreign page can have sent this. */
export async function get(
  url: string,
  parameters: Readonly<Record<string, unknown>>,
  headers: RequestHeaders = {},
): Promise<HttpAnswer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    search.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  const all = { "apollo-require-preflight": "1", ...headers };
  return answerOf(await fetch(`${url}?${search}`, { headers: all }));
}

/** A POST with exactly these headers and bytes: `fetch` adds some of its own. */
export function postBytes(url: string, bytes: Uint8Array, headers: RequestHeaders): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(bytes);
  });
}

export async function answerOf(response: Response): Promise<HttpAnswer> {
  const { status, headers } = response;
  const text = await response.text();
  // No answer, of whatever kind, may show where our code lies.
  expect(text).not.toMatch(/node_modules|\bat .{0,200}\.[jt]s\b|stacktrace/);
  return { status, type: typeOf(headers), headers, body: JSON.parse(text) as HttpAnswer["body"] };
}

function typeOf(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";", 1)[0] ?? "";
}

export function codeOf({ body }: HttpAnswer): string | undefined {
  return body.errors?.[0]?.extensions.code;
}

export function fieldOf({ body }: HttpAnswer): string | undefined {
  return body.errors?.[0]?.extensions.field;
}
