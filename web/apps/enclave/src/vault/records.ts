import { Base64Key, Bytes } from "@idos/enclave";
import * as v from "valibot";

const Locked = v.object({ iv: Bytes, box: Bytes });

/** The picture and the words a person chose, so that an imitation of the enclave looks wrong. */
export const Mark = v.object({
  picture: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(11)),
  phrase: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
});
export type Mark = v.InferOutput<typeof Mark>;

/** A profile whose key is kept here. Times are milliseconds since 1970. */
export const KeptProfile = v.object({
  userId: v.string(),
  publicKey: Base64Key,
  passwordStore: v.picklist(["user", "mpc"]),
  until: v.number(),
  locked: Locked,
});
export type KeptProfile = v.InferOutput<typeof KeptProfile>;

/** What a person allowed one origin to do with one profile's key. */
export const Consent = v.object({
  origin: v.string(),
  userId: v.string(),
  since: v.number(),
  until: v.number(),
  /** Fields about which it may ask yes-or-no questions. */
  paths: v.array(v.string()),
  /** Contents it may read, by fingerprint; "all" only for the person's own dashboard. */
  reads: v.union([v.literal("all"), v.array(v.string())]),
});
export type Consent = v.InferOutput<typeof Consent>;

export const LogEntry = v.object({
  at: v.number(),
  origin: v.string(),
  what: v.picklist([
    "unlocked",
    "declined",
    "read",
    "filtered",
    "limited",
    "shared",
    "confirmed",
    "backed-up",
    "reset",
    "withdrawn",
    "forgot",
    "created",
  ]),
  /** Names of fields, a company, or a number: never content. */
  detail: v.optional(v.pipe(v.string(), v.maxLength(400)), ""),
});
export type LogEntry = v.InferOutput<typeof LogEntry>;
export type LoggedAct = LogEntry["what"];

/** How often an origin has asked about private fields. */
export const Bucket = v.object({
  tokens: v.number(),
  at: v.number(),
  answered: v.array(v.string()),
});
export type Bucket = v.InferOutput<typeof Bucket>;

export const Visitor = v.object({ origin: v.string(), since: v.number() });
