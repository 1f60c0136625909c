import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
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

/** Starts `./idos up` and waits until it says that it is ready. */
export async function startNode(port: number): Promise<TestNode> {
  const data = await mkdtemp(join(tmpdir(), "idos-e2e-"));
  const launcher = new URL("../../idos", import.meta.url).pathname;
  const run = spawn(launcher, ["up", "--port", String(port), "--data", data], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await ready(run);
  const file = await readFile(join(data, "demo-keys.json"), "utf8");
  const keys = v.parse(Keys, JSON.parse(file));
  return {
    url,
    issuerSeed: fromHex(keys.issuer.ed25519Seed),
    stop: async () => {
      await ended(run);
      await rm(data, { recursive: true, force: true });
    },
  };
}

function ready(run: ChildProcess): Promise<string> {
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

function ended(run: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (run.exitCode !== null) {
      resolve();
      return;
    }
    run.once("exit", () => resolve());
    run.kill("SIGTERM");
  });
}
