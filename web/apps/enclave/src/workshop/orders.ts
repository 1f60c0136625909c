import {
  Base64Key,
  Bytes,
  CredentialRow,
  Encrypted,
  Filters,
  REFUSALS,
  type RefusalCode,
  Share,
  StoredCredential,
} from "@idos/enclave";
import * as v from "valibot";
import { Summary } from "../rules/summary.js";

const Rows = v.array(CredentialRow);
const Copy = v.pick(Share, [
  "content",
  "contentHash",
  "encryptorPublicKey",
  "issuerAuthPublicKey",
  "publicNotesSignature",
  "broaderSignature",
]);

/** What the frame has its worker do: every piece of work that grows with the size of a content. */
export const ORDERS = {
  /** Opens a content for a page. */
  open: {
    work: "opening",
    given: v.object({ content: Bytes, sender: Bytes, secret: Bytes }),
    done: v.object({ plaintext: Bytes, fingerprint: v.string(), summary: Summary }),
  },
  /** Opens a stored credential for a share, and checks who signed it. */
  inspect: {
    work: "opening",
    given: v.object({ credential: StoredCredential, secret: Bytes }),
    done: v.object({ plaintext: Bytes, summary: Summary, issuerSigned: v.boolean() }),
  },
  /** Encrypts what a page hands over. */
  seal: {
    work: "sealing",
    given: v.object({ plaintext: Bytes, receiver: Bytes }),
    done: Encrypted,
  },
  /** Makes the signed copy for a company. */
  copy: {
    work: "sealing",
    given: v.object({ plaintext: Bytes, receiver: Base64Key }),
    done: Copy,
  },
  /** The text of a question about private fields, by which it is known again. */
  question: {
    work: "filtering",
    given: v.object({ rows: Rows, filters: Filters }),
    done: v.string(),
  },
  /** Which contents meet the conditions. */
  filter: {
    work: "filtering",
    given: v.object({ rows: Rows, filters: Filters, secret: Bytes }),
    done: v.array(v.boolean()),
  },
} as const satisfies Record<string, { work: Work; given: v.GenericSchema; done: v.GenericSchema }>;

export type Work = "opening" | "sealing" | "filtering";
export type OrderName = keyof typeof ORDERS;
export type Given<O extends OrderName> = v.InferOutput<(typeof ORDERS)[O]["given"]>;
export type Done<O extends OrderName> = v.InferOutput<(typeof ORDERS)[O]["done"]>;

/** Frame to worker. */
export const ToWorker = v.object({
  id: v.number(),
  order: v.picklist(Object.keys(ORDERS) as OrderName[]),
  given: v.unknown(),
});
export type ToWorker = v.InferOutput<typeof ToWorker>;

/** Worker to frame: any number of steps, then one end. */
export const FromWorker = v.variant("type", [
  v.object({ type: v.literal("step"), id: v.number(), done: v.number(), total: v.number() }),
  v.object({ type: v.literal("done"), id: v.number(), result: v.unknown() }),
  v.object({
    type: v.literal("refused"),
    id: v.number(),
    code: v.picklist(Object.keys(REFUSALS) as RefusalCode[]),
    text: v.string(),
  }),
]);
export type FromWorker = v.InferOutput<typeof FromWorker>;
