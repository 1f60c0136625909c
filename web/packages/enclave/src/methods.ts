import * as v from "valibot";
import {
  Content,
  CredentialRow,
  Encrypted,
  Filters,
  Options,
  Profile,
  PublicKey,
  Share,
  ShareRequest,
  TypedData,
} from "./values.js";

type Method = {
  readonly args: v.GenericSchema;
  readonly result: v.GenericSchema;
  /** Whether a host shows the frame while it waits, because a click in it may be needed. */
  readonly shows: boolean;
  /** Whether the answer may wait for a person. */
  readonly waits: boolean;
};

const quiet = { shows: false, waits: false } as const;
const asks = { shows: false, waits: true } as const;
const shown = { shows: true, waits: true } as const;
const nothing = v.undefined();
const short = v.pipe(v.string(), v.maxLength(1_000));
const mpcMessage = v.tuple([short, v.nullish(short), v.nullish(short)]);
const mpcSecret = v.tuple([short, v.unknown(), short]);
const outcome = v.picklist(["success", "failure"]);

/**
 * Everything a page may ask of the enclave. This one table is the frame's allow-list, the reader of
 * what arrives, and the type of the bridge.
 */
export const METHODS = {
  load: { args: v.tuple([]), result: nothing, ...quiet },
  reconfigure: { args: v.tuple([Options]), result: nothing, ...quiet },
  reset: { args: v.tuple([]), result: nothing, ...quiet },
  confirm: {
    args: v.tuple([v.pipe(v.string(), v.maxLength(5_000))]),
    result: v.boolean(),
    ...shown,
  },
  ensureUserEncryptionProfile: { args: v.tuple([]), result: Profile, ...shown },
  encrypt: { args: v.tuple([Content, PublicKey]), result: Encrypted, ...asks },
  decrypt: { args: v.tuple([Content, PublicKey]), result: Content, ...asks },
  filterCredentials: {
    args: v.tuple([v.pipe(v.array(CredentialRow), v.maxLength(1_000)), Filters]),
    result: v.array(CredentialRow),
    ...asks,
  },
  backupUserEncryptionProfile: { args: v.tuple([]), result: nothing, ...shown },
  signTypedDataResponse: {
    args: v.tuple([v.unknown(), v.optional(short)]),
    result: nothing,
    ...quiet,
  },
  addAddressMessageToSign: { args: mpcMessage, result: TypedData, ...quiet },
  removeAddressMessageToSign: { args: mpcMessage, result: TypedData, ...quiet },
  addAddressToMpcSecret: { args: mpcSecret, result: outcome, ...quiet },
  removeAddressFromMpcSecret: { args: mpcSecret, result: outcome, ...quiet },
  /** Additive: re-encrypts one credential for a company, after the person has said yes to it. */
  requestShare: { args: v.tuple([ShareRequest]), result: Share, ...shown },
} as const satisfies Record<string, Method>;

export type MethodName = keyof typeof METHODS;
export type Arguments<M extends MethodName> = v.InferInput<(typeof METHODS)[M]["args"]>;
export type Received<M extends MethodName> = v.InferOutput<(typeof METHODS)[M]["args"]>;
export type Result<M extends MethodName> = v.InferOutput<(typeof METHODS)[M]["result"]>;

export const isMethodName = (value: unknown): value is MethodName =>
  typeof value === "string" && Object.hasOwn(METHODS, value);

/** What a host posts to the frame, beside one port. */
export const Request = v.object({
  method: v.string(),
  data: v.optional(v.array(v.unknown()), []),
});

/** The one answer on the port. `code` is additive: an existing host reads `error` alone. */
export const Reply = v.union([
  v.object({
    error: v.pipe(
      v.unknown(),
      v.check((error) => Boolean(error), "no error"),
    ),
    code: v.optional(v.string()),
  }),
  v.object({ result: v.optional(v.unknown()) }),
]);

/** The frame asks its host for a signature. `id` is additive. */
export const SignRequest = v.object({
  type: v.literal("idOS:signTypedData"),
  id: v.optional(v.string()),
  payload: TypedData,
});

/** Additive: the frame tells its host whether a click in it is needed now. */
export const Attention = v.object({ type: v.literal("idOS:attention"), needed: v.boolean() });

/** Additive: how far the enclave is with long work on `bytes` of content. Nothing of what is in it. */
export const Progress = v.object({
  type: v.literal("idOS:progress"),
  work: v.picklist(["opening", "sealing", "filtering"]),
  bytes: v.number(),
  done: v.number(),
  total: v.number(),
});
export type Progress = v.InferOutput<typeof Progress>;
