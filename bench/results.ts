import { cpus, totalmem } from "node:os";
import type { CalculatorRates } from "./calculators";
import type { Mode } from "./child";
import type { CostByProduct } from "./distinct-lines";
import type { OneInstance, ServerFigures } from "./one-instance";
import type { PortfolioTime } from "./portfolio";
import type { RealisticTime } from "./realistic";
import type { Start } from "./start";
import { grouped } from "./statistics";

export interface Results {
  readonly calculators: CalculatorRates;
  readonly instance: OneInstance;
  readonly portfolios: readonly PortfolioTime[];
  readonly realistic: readonly RealisticTime[];
  readonly distinct: CostByProduct;
  readonly start: Start;
}

interface Row {
  readonly what: string;
  readonly measured: number;
  readonly target: number;
  readonly isMostWanted?: boolean;
  readonly unit: string;
}

const MB = 1e6;
const LARGE = 10_000;

/** The results as a section of a page. */
export function resultsPage(results: Results): string {
  return [
    machine(),
    targets(results),
    serversTable(results.instance),
    growth(results.portfolios),
    ...results.realistic.map(realisticTable),
    distinctTable(results.distinct),
  ].join("\n\n");
}

/** The date and the machine. */
export function machine(): string {
  const [cpu] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cpus().length} × ${cpu?.model ?? "unknown CPU"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}.`;
}

function targets({ calculators, instance, portfolios, start }: Results): string {
  const large = portfolios.find(({ size }) => size === LARGE);
  const { graph } = instance.servers;
  const over = (mode: Mode): number => graph.perSecond / instance.servers[mode].perSecond;
  const rows: Row[] = [
    { what: "one Instance, over reference A", measured: over("bare"), target: 0.5, unit: "×" },
    { what: "one Instance, over reference B", measured: over("prebuilt"), target: 0.9, unit: "×" },
    { what: "one Instance, over Mercurius with JIT", measured: over("mercurius"), target: 1, unit: "×" },
    {
      what: "one Instance, p99 at 10 connections",
      measured: instance.p99,
      target: 25,
      isMostWanted: true,
      unit: "ms",
    },
    {
      what: "portfolio of 10,000, items per second",
      measured: large ? (LARGE / large.ms) * 1000 : Number.NaN,
      target: 50_000,
      unit: "",
    },
    {
      what: "portfolio of 10,000, over the time to print the answer",
      measured: large ? large.ms / large.serialiseMs : Number.NaN,
      target: 3,
      isMostWanted: true,
      unit: "×",
    },
    {
      what: "portfolio of 10,000, resident memory",
      measured: (large?.bytes ?? Number.NaN) / MB,
      target: 512,
      isMostWanted: true,
      unit: "MB",
    },
    {
      what: "calculator with full explanation, per second and core",
      measured: calculators.explained,
      target: 20_000,
      unit: "",
    },
    {
      what: "cached footprints evaluated, per second and core",
      measured: calculators.cached,
      target: 1_000_000,
      unit: "",
    },
    {
      what: "start to first answer",
      measured: start.firstAnswerMs / 1000,
      target: 1.5,
      isMostWanted: true,
      unit: "s",
    },
    {
      what: "one Instance in a process without GraphQL and HTTP, from its start to its end",
      measured: start.bareEstimateMs,
      target: 300,
      isMostWanted: true,
      unit: "ms",
    },
    {
      what: "memory at rest, a minute after the start",
      measured: start.idleBytes / MB,
      target: 200,
      isMostWanted: true,
      unit: "MB",
    },
  ];
  const floor = large
    ? `Of a portfolio of ${grouped(LARGE)}, reference C takes ${large.floorMs.toFixed(0)} ms, ${(large.floorMs / large.serialiseMs).toFixed(1)} times as long as printing the answer: that is the request and the answer on their way, without a graph.`
    : "";
  return [
    "| what | measured | target | met |",
    "| --- | ---: | ---: | --- |",
    ...rows.map(printed),
    "",
    `In the minute after the start, in which a thread rehearses, memory comes to ${(start.mostBytes / MB).toFixed(0)} MB.`,
    "",
    floor,
  ].join("\n");
}

function printed({ what, measured, target, isMostWanted = false, unit }: Row): string {
  const isMet = isMostWanted ? measured <= target : measured >= target;
  const figure = (value: number): string =>
    `${value < 100 ? Number(value.toPrecision(3)) : grouped(value)} ${unit}`.trim();
  return `| ${what} | ${figure(measured)} | ${isMostWanted ? "≤" : "≥"} ${figure(target)} | ${isMet ? "yes" : "no"} |`;
}

const SERVERS: Readonly<Record<Mode, string>> = {
  graph: "the graph",
  bare: "reference A: a bare server of Node",
  prebuilt: "reference B: our stack over an object that is there",
  floor: "reference C: our HTTP server with a constant",
  mercurius: "Mercurius with JIT, over the same object",
  apollo: "Apollo Server, standalone, over the same object",
  yoga: "GraphQL Yoga, over the same object",
};

/** One resource by each server: requests per second and CPU time. */
export function serversTable({ servers, anew, requests, answerBytes }: OneInstance): string {
  const { bare } = servers;
  const row = (server: string, { perSecond, cpuMicros }: ServerFigures): string =>
    `| ${server} | ${grouped(perSecond)} | ${(perSecond / bare.perSecond).toFixed(2)} × | ${cpuMicros.toFixed(0)} | ${(cpuMicros / bare.cpuMicros).toFixed(2)} × |`;
  return [
    `One of ${requests} Instances, an answer of ${grouped(answerBytes)} bytes, by ten connections that ask all of them over and over:`,
    "",
    "| server | requests a second | over A | CPU, µs a request | over A |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...Object.entries(servers).map(([mode, figures]) => row(SERVERS[mode as Mode], figures)),
    row("the graph, when no two requests are the same", anew),
  ].join("\n");
}

/** Realistic lines, compared with a server that answers a constant of the same size. */
function realisticTable(times: RealisticTime): string {
  const { size, atOnceMs, coldMs, otherLinesMs, warmMs, equalHoursMs, floorMs, firstFloorMs, bytes } = times;
  const row = (what: string, ms: number): string =>
    `| ${what} | ${grouped(ms)} ms | ${(ms / floorMs).toFixed(1)} × |`;
  return [
    `Realistic portfolio of ${grouped(size)} lines, any type in any zone, each with its own hours, sizes, loads and tokens:`,
    "",
    "| asked | time | over a constant answer |",
    "| --- | ---: | ---: |",
    row("first of all, as soon as a process answers", atOnceMs),
    row("first of all, in a process that was up for some seconds", coldMs),
    row("other lines, after three such requests", otherLinesMs),
    row("the same lines again", warmMs),
    row("those, all of them for the same hours", equalHoursMs),
    row("a constant answer of the same size (reference C), first of all", firstFloorMs),
    row("a constant answer of the same size (reference C)", floorMs),
    "",
    `Target: at most ${size > LARGE ? 12 : 3} × in each case, cold included; resident memory under 512 MB (measured ${Math.round(bytes / MB)} MB). Own hours at most 1.3 × equal ones (measured ${(warmMs / equalHoursMs).toFixed(2)} ×).`,
  ].join("\n");
}

/** Cost of an uncached line, without HTTP and GraphQL. */
function distinctTable(costs: CostByProduct): string {
  return [
    "Totals and three parts of a line that nobody asked for before, in CPU time without HTTP and GraphQL, when units are cached:",
    "",
    "| product | µs a line | target |",
    "| --- | ---: | ---: |",
    ...[...costs].map(([kind, micros]) => `| \`${kind}\` | ${micros.toFixed(1)} | ≤ 50 |`),
  ].join("\n");
}

/** Time by size, with a plot that is a straight line if cost is linear. */
function growth(times: readonly PortfolioTime[]): string {
  const widest = Math.max(...times.map(({ size, ms }) => (ms / size) * 1000));
  const rows = times.map(({ size, ms, floorMs, serialiseMs, bytes }) => {
    const perItem = (ms / size) * 1000;
    const bar = "█".repeat(Math.max(1, Math.round((perItem / widest) * 30)));
    const figures = [ms, floorMs, serialiseMs].map((one) => one.toFixed(1).padStart(9));
    const megabytes = String(Math.round(bytes / MB)).padStart(7);
    return `${String(grouped(size)).padStart(8)} ${figures.join(" ")} ${perItem.toFixed(1).padStart(9)} ${megabytes}  ${bar}`;
  });
  const head = "   items        ms      C ms  print ms   µs/item  RSS MB  µs/item";
  return ["```text", head, ...rows, "```"].join("\n");
}
