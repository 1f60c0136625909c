import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromHex } from "@idos/protocol";
import * as v from "valibot";

const Keys = v.object({
  issuer: v.object({ ed25519Seed: v.string() }),
});

/** A real storage node with a folder of its own. */
export type TestNode = {
  readonly url: string;
  /** The key of the issuer that the node's genesis registers. */
  readonly issuerSeed: Uint8Array;
  stop(): Promise<void>;
};

/**
 * Starts `./idos up` and waits until it says that it is ready. `IDOS_E2E_NODE` and `IDOS_E2E_DATA`
 * name a node that runs already.
 */
export async function startNode(): Promise<TestNode> {
  const running = process.env["IDOS_E2E_NODE"];
  if (running !== undefined) {
    const issuerSeed = await issuerSeedIn(process.env["IDOS_E2E_DATA"] ?? "");
    return { url: running, issuerSeed, stop: async () => undefined };
  }
  const data = await mkdtemp(join(tmpdir(), "idos-e2e-"));
  const port = await freePort();
  const launcher = new URL("../../idos", import.meta.url).pathname;
  const run = spawn(launcher, ["up", "--only", "node", "--port", String(port), "--data", data], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await ready(run);
  return {
    url,
    issuerSeed: await issuerSeedIn(data),
    stop: async () => {
      await ended(run);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The key of the demo issuer, from the folder of its node. */
export async function issuerSeedIn(folder: string): Promise<Uint8Array> {
  const file = await readFile(join(folder, "demo-keys.json"), "utf8");
  return fromHex(v.parse(Keys, JSON.parse(file)).issuer.ed25519Seed);
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The address a program says it answers at. */
export function ready(run: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    run.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const url = /ready: (http\S+)/.exec(said)?.[1];
      if (url !== undefined) {
        resolve(url);
      }
    });
    run.once("exit", (code) => reject(new Error(`the node ended with ${code}`)));
  });
}

/** Ends a program and waits until it has gone. */
export function ended(run: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  return new Promise((resolve) => {
    if (run.exitCode !== null || run.signalCode !== null) {
      resolve();
      return;
    }
    run.once("exit", () => resolve());
    run.kill(signal);
  });
}
