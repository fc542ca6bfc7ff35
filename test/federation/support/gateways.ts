import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { atTheEnd } from "../../support/at-the-end";
import { serveApollo } from "./serve-apollo";

export interface GatewayError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly field?: string;
    readonly suggestions?: readonly string[];
  };
}

export interface GatewayAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GatewayError[];
}

/** A gateway that is asked over HTTP. */
export interface Gateway {
  readonly name: string;
  ask(query: string, variables?: object): Promise<GatewayAnswer>;
  stop(): Promise<void>;
}

function asking(name: string, url: string, stop: () => Promise<void>): Gateway {
  return {
    name,
    stop,
    ask: async (query, variables) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GatewayAnswer;
    },
  };
}

/** Refused connections are part of the tests: what a gateway would print of them is left out. */
const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export async function startApolloGateway(supergraphSdl: string): Promise<Gateway> {
  const gateway = new ApolloGateway({ supergraphSdl, logger: QUIET });
  const server = new ApolloServer({ gateway, logger: QUIET, stopOnTerminationSignals: false });
  const { url, stop } = await serveApollo(server);
  return asking("@apollo/gateway", url, stop);
}

/** One process for all gateways of suites that run together: to load it takes longer than they ask. */
let hive: ChildProcess | undefined;
let asked = 0;

function hiveProcess(): ChildProcess {
  if (hive === undefined) {
    const child = fork(join(__dirname, "hive-gateway.mjs"));
    // Each gateway that starts listens to it.
    child.setMaxListeners(0);
    hive = child;
    atTheEnd(async () => {
      hive = undefined;
      const exited = once(child, "exit");
      child.disconnect();
      await exited;
    });
  }
  return hive;
}

export async function startHiveGateway(supergraph: string): Promise<Gateway> {
  const child = hiveProcess();
  const id = ++asked;
  const port = await new Promise<number>((resolve, reject) => {
    child.on("message", (listening: { id: number; port: number }) => {
      if (listening.id === id) resolve(listening.port);
    });
    child.once("exit", () => reject(new Error("the gateway ended before it listened")));
    child.send({ id, supergraph });
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  // It is stopped with its process.
  return asking("@graphql-hive/gateway-runtime", url, async () => {});
}
