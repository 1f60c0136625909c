import * as v from "valibot";
import type { Read } from "./content.js";
import address from "./reader.worker.ts?worker&url";

const Bytes = v.instance(Uint8Array);
const Reading = v.union([
  v.object({
    rows: v.array(
      v.variant("kind", [
        v.object({ kind: v.literal("text"), name: v.string(), value: v.string() }),
        v.object({ kind: v.literal("picture"), name: v.string(), bytes: Bytes, type: v.string() }),
        v.object({ kind: v.literal("file"), name: v.string(), bytes: Bytes }),
      ]),
    ),
  }),
  v.object({ problem: v.literal("not-json") }),
]);

/** Reads an opened credential beside the page, which stays responsive meanwhile. */
export function read(plaintext: Uint8Array): Promise<Read> {
  const worker = new Worker(trusted(address), { type: "module" });
  return new Promise<Read>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(v.parse(Reading, data));
    worker.onerror = () => reject(new Error("the reader stopped"));
    worker.postMessage(plaintext);
  }).finally(() => worker.terminate());
}

type Policy = { createScriptURL(url: string): string };
type Policies = {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
};

/** The one script address of this page, for sites that ask for Trusted Types. */
const policy = (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy(
  "idos-dashboard",
  { createScriptURL: () => new URL(address, location.href).href },
);

const trusted = (url: string): string => policy?.createScriptURL(url) ?? url;
