import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "../../bench/bounds/page";
import { readConfig } from "../../src/process/config";
import { parseKeyFile } from "../../src/server/access";
import { MOST_BYTES_WAITING } from "../../src/server/threads/pool";
import { MOST_CONNECTIONS } from "../../src/stores/benchmarks/postgres-client";
import { startLiveGraph } from "../support/live-graph";
import { readDockerfile } from "./support/image";
import { schemaProblems, typeProblems } from "./support/kubernetes-types";
import { FOLDER, type Manifest, manifestFiles, manifestsIn } from "./support/manifests";

const ROOT = join(__dirname, "../..");
const all = manifestFiles().flatMap(manifestsIn);
const kustomization = manifestsIn("kustomization.yaml")[0] as Manifest;

/** Written by `npm run bounds -- --write`. */
const MEASURED = JSON.parse(readFileSync(join(ROOT, "deploy/measured.json"), "utf8")) as Measured;
/** Bodies of heavy requests that wait: the pool of threads takes no more. */
const WAITING_MB = MOST_BYTES_WAITING / 1e6;

/** The heaviest requests that are answered in time where they arrive at once: docs/deployment.md. */
const HEAVIEST_AT_ONCE = 10;
/** Connections of PostgreSQL that pods may have: half of those that it has by default. */
const MOST_OF_DATABASE = 50;

/** What Kubernetes writes as Mi or Gi. */
function megabytes(quantity: string): number {
  const [, count, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity) as unknown as [string, string, "Mi" | "Gi"];
  return (Number(count) * { Mi: 2 ** 20, Gi: 2 ** 30 }[unit]) / 1e6;
}

/** Requests per second of a server, by its row in docs/performance.md, to two digits and not above it. */
function perSecond(server: string): string {
  const page = readFileSync(join(ROOT, "docs/performance.md"), "utf8");
  const row = page.split("\n").find((line) => line.startsWith(`| ${server} |`));
  const measured = Number(row?.split("|")[2]?.replaceAll(",", ""));
  const step = 10 ** (Math.floor(Math.log10(measured)) - 1);
  return (Math.floor(measured / step) * step).toLocaleString("en");
}

function one(kind: string): Manifest {
  const found = all.filter((manifest) => manifest.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as Manifest;
}
const deployment = one("Deployment");
const pod = deployment.spec.template;
const [container] = pod.spec.containers;
const config = one("ConfigMap").data as Record<string, string>;
const secret = one("Secret");
const portNames = container.ports.map(({ name }: { name: string }) => name);
const seconds = (name: string): number => Number(config[name]);

describe("the manifests", () => {
  it.each(all.map((manifest): [string, Manifest] => [manifest.file, manifest]))(
    "hold to the schemas of Kubernetes: %s",
    (_, manifest) => expect(schemaProblems(manifest)).toEqual([]),
  );

  it("have no member that Kubernetes does not know", async () => {
    expect(await typeProblems(all)).toBe("");
    const misspelt = structuredClone(deployment);
    misspelt.spec.template.spec.containers[0].readynessProbe = {};
    expect(await typeProblems([misspelt])).toContain("readynessProbe");
    misspelt.spec.template.spec.terminationGracePeriodSeconds = "45";
    expect(schemaProblems(misspelt).join()).toContain("terminationGracePeriodSeconds must be integer");
  });

  it("are all applied, but for the example of a secret", () => {
    expect([...kustomization.resources, "secret.example.yaml"].sort()).toEqual([...manifestFiles()].sort());
    expect(kustomization.images[0].name).toBe(container.image);
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    const next = /^## (\d+\.\d+\.\d+) \(unreleased\)$/m.exec(
      readFileSync(join(ROOT, "CHANGELOG.md"), "utf8"),
    )?.[1];
    expect([version, next]).toContain(kustomization.images[0].newTag);
  });

  it("mean each other by their selectors and names", () => {
    const { labels } = pod.metadata;
    for (const selector of [
      deployment.spec.selector.matchLabels,
      one("Service").spec.selector,
      one("PodDisruptionBudget").spec.selector.matchLabels,
      one("NetworkPolicy").spec.podSelector.matchLabels,
      ...pod.spec.topologySpreadConstraints.map(
        (constraint: { labelSelector: { matchLabels: object } }) => constraint.labelSelector.matchLabels,
      ),
    ]) {
      expect(Object.keys(selector)).not.toHaveLength(0);
      expect(labels).toMatchObject(selector);
    }
    const { apiVersion, kind, metadata } = deployment;
    expect(one("HorizontalPodAutoscaler").spec.scaleTargetRef).toEqual({
      apiVersion,
      kind,
      name: metadata.name,
    });
    expect(pod.spec.serviceAccountName).toBe(one("ServiceAccount").metadata.name);
    expect(container.envFrom).toEqual([{ configMapRef: { name: one("ConfigMap").metadata.name } }]);
    const keys = Object.keys(secret.stringData);
    for (const { valueFrom } of container.env.filter((entry: object) => "valueFrom" in entry)) {
      expect(valueFrom.secretKeyRef.name).toBe(secret.metadata.name);
      expect(keys).toContain(valueFrom.secretKeyRef.key);
    }
    const [volume] = pod.spec.volumes;
    expect(volume.secret.secretName).toBe(secret.metadata.name);
    expect(keys).toContain(volume.secret.items[0].key);
    expect(container.volumeMounts[0].name).toBe(volume.name);
  });

  it("name ports that the graph listens at", () => {
    const ports = Object.fromEntries(
      container.ports.map(({ name, containerPort }: { name: string; containerPort: number }) => [
        name,
        containerPort,
      ]),
    );
    expect(ports).toEqual({ http: Number(config.PORT), metrics: Number(config.FOOTPRINT_METRICS_PORT) });
    expect(readDockerfile()).toContain(`EXPOSE ${config.PORT}`);
    const policy = one("NetworkPolicy").spec.ingress as { ports: { port: string }[] }[];
    const named = [
      ...one("Service").spec.ports.map(({ targetPort }: { targetPort: string }) => targetPort),
      ...["startupProbe", "livenessProbe", "readinessProbe"].map((probe) => container[probe].httpGet.port),
      ...policy.flatMap((rule) => rule.ports.map(({ port }) => port)),
    ];
    expect(named.filter((name) => !portNames.includes(name))).toEqual([]);
  });

  it("probe paths that the graph answers", async () => {
    const graph = await startLiveGraph();
    for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"]) {
      const response = await fetch(graph.url.replace("/graphql", container[probe].httpGet.path));
      expect([probe, response.status]).toEqual([probe, 200]);
    }
    await graph.stop();
  });

  it("give settings that the graph knows, and takes", () => {
    const source = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(ROOT, "src", file), "utf8"))
      .join("\n");
    const named = [...Object.keys(config), ...container.env.map(({ name }: { name: string }) => name)];
    // That of Node itself.
    const ours = named.filter((name) => name !== "NODE_OPTIONS");
    expect(ours.filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).toEqual([]);
    const environment: Record<string, string> = { ...config };
    for (const { name, value, valueFrom } of container.env) {
      environment[name] = value ?? secret.stringData[valueFrom.secretKeyRef.key];
    }
    const { access, benchmarks } = readConfig(environment);
    const [mount] = container.volumeMounts;
    const file = `${mount.mountPath}/${pod.spec.volumes[0].secret.items[0].path}`;
    expect(access.authentication).toEqual({ kind: "keys", file });
    expect([access.rateLimit, access.trustedProxies]).toEqual([{ requests: 600, seconds: 60 }, 1]);
    expect(benchmarks.kind).toBe("postgres");
    expect(parseKeyFile(secret.stringData["api-keys"])).toHaveLength(1);
  });

  it("wait longer for a pod to end than the graph takes", () => {
    const drain = seconds("FOOTPRINT_DRAIN_DELAY") + seconds("FOOTPRINT_DRAIN_TIMEOUT");
    expect(drain).toBeGreaterThan(0);
    expect(pod.spec.terminationGracePeriodSeconds).toBeGreaterThan(drain + 5);
  });

  it("give a pod more memory than its settings let it take", () => {
    const { threads, threadHeapMb } = readConfig(config);
    const heapMb = Number(/^--max-old-space-size=(\d+)$/.exec(config.NODE_OPTIONS as string)?.[1]);
    const { limits, requests } = container.resources;
    const allowed = MEASURED.idleMb + heapMb + threads * threadHeapMb + WAITING_MB;
    expect(threads).toBeGreaterThan(0);
    expect(megabytes(limits.memory)).toBeGreaterThan(allowed);
    expect(megabytes(requests.memory)).toBeGreaterThan(MEASURED.idleMb + MEASURED.besideIdleMb);
    // A process that may hold less than heavy requests take would refuse them.
    expect(MEASURED.besideIdleMb).toBeLessThan(heapMb + threads * threadHeapMb);
  });

  it("have probes that wait for longer than answers took, whatever was asked beside them", () => {
    for (const probe of ["livenessProbe", "readinessProbe"]) {
      const { timeoutSeconds, failureThreshold } = container[probe];
      expect(timeoutSeconds * 1_000).toBeGreaterThan(2 * MEASURED.longestHealthMs);
      expect(timeoutSeconds * 1_000).toBeGreaterThan(10 * MEASURED.longestPieceMs);
      expect(failureThreshold).toBeGreaterThan(1);
    }
    const { periodSeconds, failureThreshold } = container.startupProbe;
    expect(periodSeconds * failureThreshold * 1_000).toBeGreaterThan(3 * MEASURED.startMs);
  });

  it("run several pods that can do as little as possible", () => {
    expect(one("HorizontalPodAutoscaler").spec.minReplicas).toBeGreaterThanOrEqual(2);
    expect(deployment.spec.replicas).toBeUndefined();
    expect(pod.spec.automountServiceAccountToken).toBe(false);
    const [uid, gid] = /USER (\d+):(\d+)/.exec(readDockerfile())?.slice(1).map(Number) ?? [];
    expect(pod.spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: uid,
      runAsGroup: gid,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(container.resources).toMatchObject({
      requests: { cpu: expect.anything(), memory: expect.anything() },
    });
    expect(container.resources.limits.memory).toBeDefined();
  });

  it("run as many pods as follow from what requests take", () => {
    const { minReplicas, maxReplicas, metrics } = one("HorizontalPodAutoscaler").spec;
    const { threads, limits } = readConfig(config);
    const inTime = threads * Math.floor(limits.requestSeconds / MEASURED.heaviestCpuSeconds);
    // One of them may be away.
    expect((minReplicas - 1) * inTime).toBeGreaterThanOrEqual(HEAVIEST_AT_ONCE);
    expect((minReplicas - 2) * inTime).toBeLessThan(HEAVIEST_AT_ONCE);
    expect(maxReplicas).toBe(Math.floor(MOST_OF_DATABASE / MOST_CONNECTIONS));
    // Where one thread of all is busy all the time, that is more than the target.
    const [, milli] = /^(\d+)m$/.exec(container.resources.requests.cpu) as unknown as [string, string];
    const targetCores = (metrics[0].resource.target.averageUtilization / 100) * (Number(milli) / 1000);
    expect(minReplicas * targetCores).toBeLessThan(1);
  });

  it("are explained by what was measured", () => {
    const page = readFileSync(join(ROOT, "docs/deployment.md"), "utf8");
    for (const told of [
      `${MEASURED.idleMb} MB when idle`,
      `${MEASURED.besideIdleMb} MB beside that`,
      `longer than ${MEASURED.longestPieceMs} ms of CPU`,
      `at most ${MEASURED.longestHealthMs} ms beside`,
      `A start took ${(MEASURED.startMs / 1000).toFixed(1)} s`,
      `takes ${MEASURED.heaviestCpuSeconds} s of CPU`,
      `${perSecond("the graph, when no two requests are the same")} Instances a second, no two`,
      `or ${perSecond("the graph")} if they are repeated`,
    ])
      expect(page).toContain(told);
  });

  it("hold no secret but an example of one", () => {
    const texts = kustomization.resources.map((file: string) => readFileSync(join(FOLDER, file), "utf8"));
    for (const text of texts) expect(text).not.toMatch(/postgres(ql)?:\/\/[^\s…]+:|fpg_|kind: Secret$/m);
  });
});
