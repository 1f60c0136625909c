import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromHex } from "@idos/protocol";
import * as v from "valibot";
import { ended, freePort, issuerSeedIn, ready } from "./node.js";

/** How long the card company of the town locks access: short enough to see the lock end. */
export const CARD_LOCK_SECONDS = 32;

const SITES = ["dash", "enclave", "acme", "bank", "card"] as const;
export type Site = (typeof SITES)[number];

const Keys = v.object({ ed25519Seed: v.string() });

/** What `./idos up` serves: a node, the apps and the three companies, each on a site of its own. */
export class Town {
  private running: ChildProcess | null = null;

  private constructor(
    private readonly data: string,
    private readonly port: number,
    private readonly webPort: number,
  ) {}

  static async open(): Promise<Town> {
    const data = await mkdtemp(join(tmpdir(), "idos-town-"));
    const town = new Town(data, await freePort(), await fiveFreePorts());
    await town.start();
    return town;
  }

  get nodeUrl(): string {
    return `http://localhost:${this.port}`;
  }

  /** The address of a site: in the order in which `./idos up` gives out the ports. */
  site(name: Site): string {
    return `http://${name}.localhost:${this.portOf(name)}`;
  }

  /** The same site for a program, which does not know that `*.localhost` is this machine. */
  local(name: Site): string {
    return `http://localhost:${this.portOf(name)}`;
  }

  private portOf(name: Site): number {
    return this.webPort + SITES.indexOf(name);
  }

  async start(): Promise<void> {
    const launcher = new URL("../../idos", import.meta.url).pathname;
    const ports = ["--port", String(this.port), "--web-port", String(this.webPort)];
    const lock = ["--card-lock", String(CARD_LOCK_SECONDS)];
    this.running = spawn(launcher, ["up", ...ports, ...lock, "--data", this.data], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, IDOS_WEB_BUILT: "yes" },
    });
    await ready(this.running);
  }

  /** Everything goes away at once, as when a plug is pulled. */
  async fail(): Promise<void> {
    if (this.running) {
      await ended(this.running, "SIGKILL");
    }
  }

  async close(): Promise<void> {
    if (this.running) {
      await ended(this.running);
    }
    await rm(this.data, { recursive: true, force: true });
  }

  acmeSeed(): Promise<Uint8Array> {
    return issuerSeedIn(this.data);
  }

  /** The key of the other issuer that the bank trusts. */
  async meridianSeed(): Promise<Uint8Array> {
    const file = await readFile(join(this.data, "demo/meridian/keys.json"), "utf8");
    return fromHex(v.parse(Keys, JSON.parse(file)).ed25519Seed);
  }
}

async function fiveFreePorts(): Promise<number> {
  for (;;) {
    const first = await freePort();
    const rest = [1, 2, 3, 4].map((more) => isFree(first + more));
    if ((await Promise.all(rest)).every(Boolean)) {
      return first;
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
