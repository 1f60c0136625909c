import { Base64Key, Bytes, Consumer, Progress } from "@idos/enclave";
import * as v from "valibot";
import { Summary } from "./rules/summary.js";
import { LogEntry } from "./vault/records.js";

/** What the frame puts before the person. Every ask says which page it is for. */
const common = {
  origin: v.string(),
  userId: v.string(),
};

export const ReadItem = v.object({ fingerprint: v.string(), summary: Summary });
export type ReadItem = v.InferOutput<typeof ReadItem>;

export const Ask = v.variant("kind", [
  v.object({
    kind: v.literal("unlock"),
    ...common,
    mode: v.picklist(["new", "existing"]),
    expectedKey: v.optional(Base64Key),
    /** The frame holds the key already: only the person's yes is missing. */
    held: v.boolean(),
  }),
  v.object({ kind: v.literal("read"), ...common, items: v.array(ReadItem), whole: v.boolean() }),
  v.object({
    kind: v.literal("filter"),
    ...common,
    paths: v.array(v.string()),
    count: v.number(),
  }),
  v.object({
    kind: v.literal("share"),
    ...common,
    consumer: Consumer,
    purpose: v.string(),
    lockedUntil: v.number(),
    summary: Summary,
    issuerKey: v.string(),
    /** Whether the issuer's key really signed this content. */
    issuerSigned: v.boolean(),
  }),
  v.object({ kind: v.literal("confirm"), ...common, message: v.string() }),
  v.object({ kind: v.literal("backup"), ...common, expectedKey: Base64Key }),
]);
export type Ask = v.InferOutput<typeof Ask>;
export type AskOf<K extends Ask["kind"]> = Extract<Ask, { kind: K }>;

/** What the person decided. */
export const Answer = v.variant("kind", [
  v.object({ kind: v.literal("declined") }),
  v.object({ kind: v.literal("allowed") }),
  v.object({ kind: v.literal("reads"), reads: v.union([v.literal("all"), v.array(v.string())]) }),
  v.object({
    kind: v.literal("unlocked"),
    userId: v.string(),
    publicKey: Base64Key,
    passwordStore: v.picklist(["user", "mpc"]),
    secret: Bytes,
    until: v.number(),
    /** False when it is for this visit only. */
    lasting: v.boolean(),
  }),
]);
export type Answer = v.InferOutput<typeof Answer>;

/** Frame to dialog, on the port. */
export const ToDialog = v.variant("type", [
  v.object({
    type: v.literal("ask"),
    id: v.number(),
    ask: Ask,
    theme: v.optional(v.picklist(["light", "dark"])),
    log: v.array(LogEntry),
  }),
  /** Nothing is asked at the moment; the window stays while the frame works for the person. */
  v.object({ type: v.literal("working"), progress: Progress }),
  v.object({ type: v.literal("finished") }),
  v.object({ type: v.literal("pong") }),
]);
export type ToDialog = v.InferOutput<typeof ToDialog>;

/** Dialog to frame, on the port. */
export const ToFrame = v.variant("type", [
  v.object({ type: v.literal("answer"), id: v.number(), answer: Answer }),
  v.object({ type: v.literal("ping") }),
]);
export type ToFrame = v.InferOutput<typeof ToFrame>;

/** The dialog tells its opener that it listens; the frame answers with a port. */
export const READY = "idOS-Enclave:ready";
export const HELLO = "idOS-Enclave:hello";
