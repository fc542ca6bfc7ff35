import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** What a registry has at the usual address of an archive; where it is not the archive, that is elsewhere. */
const AT_USUAL_ADDRESS = {
  usual: null,
  elsewhere: { status: 404, body: "" },
  page: { status: 200, body: "<!doctype html><title>Sign in</title>" },
  refused: { status: 401, body: "who are you?" },
  failing: { status: 500, body: "" },
} as const;
type Archives = keyof typeof AT_USUAL_ADDRESS;

/** A registry of one package, which may not answer for its archive. */
class Registry {
  readonly asked: string[] = [];
  private readonly server: Server;

  constructor(
    archive: Buffer,
    private readonly archives: Archives | "silent",
  ) {
    this.server = createServer(({ url = "" }, response) => {
      this.asked.push(url);
      if (url === "/one") {
        const tarball = `${this.address}/${archives === "usual" ? "one/-/one-1.0.0.tgz" : "files/one.tgz"}`;
        response.end(
          JSON.stringify({
            name: "one",
            "dist-tags": { latest: "1.0.0" },
            versions: { "1.0.0": { name: "one", version: "1.0.0", dist: { tarball } } },
          }),
        );
      } else if (url === "/files/one.tgz" || this.archives === "usual") response.end(archive);
      else if (this.archives !== "silent") {
        const { status, body } = AT_USUAL_ADDRESS[this.archives];
        response.writeHead(status).end(body);
      }
    });
  }

  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  start = () => new Promise<void>((started) => this.server.listen(0, "localhost", started));

  stop() {
    this.server.closeAllConnections();
    return new Promise((stopped) => this.server.close(stopped));
  }
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once("close", done));

/** A checkout with the install step of CI and one dependency, whose archive is given, too. */
function checkout() {
  const folder = mkdtempSync(join(tmpdir(), "install-"));
  const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));
  cpSync(join(ROOT, ".ci"), join(folder, ".ci"), { recursive: true });
  mkdirSync(join(folder, "one"));
  write("one/package.json", { name: "one", version: "1.0.0" });
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "./one"], { cwd: folder, stdio: "pipe" }).toString(),
  ) as [{ filename: string; integrity: string }];
  write("package.json", { name: "checkout", version: "1.0.0", dependencies: { one: "1.0.0" } });
  write("package-lock.json", {
    name: "checkout",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: {
      "": { name: "checkout", version: "1.0.0", dependencies: { one: "1.0.0" } },
      "node_modules/one": { version: "1.0.0", integrity: packed.integrity },
    },
  });
  const lock = join(folder, "package-lock.json");
  return {
    folder,
    archive: readFileSync(join(folder, packed.filename)),
    lock: () => readFileSync(lock, "utf8"),
    installed: () => existsSync(join(folder, "node_modules/one/package.json")),
    /** Starts the step in a process group of its own. */
    install: (registry: string) =>
      spawn("bash", [".ci/install"], {
        cwd: folder,
        detached: true,
        stdio: "ignore",
        env: {
          ...process.env,
          npm_config_registry: registry,
          npm_config_cache: join(folder, "cache"),
          npm_config_fetch_retries: "0",
          npm_config_update_notifier: "false",
        },
      }),
  };
}

describe("the install step of CI", () => {
  const { folder, archive, lock, installed, install } = checkout();
  const before = lock();
  afterEach(() => rmSync(join(folder, "cache"), { recursive: true, force: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function inRegistry(archives: Archives, slash: string) {
    rmSync(join(folder, "node_modules"), { recursive: true, force: true });
    const registry = new Registry(archive, archives);
    await registry.start();
    const code = await ended(install(registry.address + slash));
    await registry.stop();
    return { code, installed: installed(), asked: registry.asked, lock: lock() };
  }

  it.each(["", "/"])("asks a registry for archives only, with its address ending in %j", async (slash) => {
    expect(await inRegistry("usual", slash)).toEqual({
      code: 0,
      installed: true,
      asked: ["/one/-/one-1.0.0.tgz"],
      lock: before,
    });
  });

  it.each(["elsewhere", "page", "refused", "failing"] as const)(
    "asks a registry that has its archives elsewhere where they are; at the usual address it has: %s",
    async (archives) => {
      const { asked, ...outcome } = await inRegistry(archives, "/");
      expect(outcome).toEqual({ code: 0, installed: true, lock: before });
      // npm asks more than once for what is no archive.
      expect([...new Set(asked)]).toEqual(["/one/-/one-1.0.0.tgz", "/one", "/files/one.tgz"]);
    },
  );

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "leaves the lock file as it is when ended by %s",
    async (signal) => {
      const registry = new Registry(archive, "silent");
      await registry.start();
      const child = install(registry.address);
      while (registry.asked.length === 0) await new Promise((again) => setTimeout(again, 20));
      process.kill(-(child.pid ?? Number.NaN), signal);
      await ended(child);
      await registry.stop();
      expect(lock()).toBe(before);
    },
  );
});
