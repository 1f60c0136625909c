import * as v from "valibot";

/** The largest content a page may hand over: the network takes 24 MiB of base64 for one credential. */
export const MAX_CONTENT_BYTES = 18 * 1024 * 1024;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
/** Bytes on any buffer; the library's own check would promise more than it looks at. */
export const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const bytes = (min: number, max: number) =>
  v.pipe(
    Bytes,
    v.check((value) => value.length >= min && value.length <= max, "wrong length"),
  );
const given = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullish(schema));

export const PublicKey = bytes(32, 32);
export const Content = bytes(0, MAX_CONTENT_BYTES);
export const Base64Key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/));
const Base64Content = text(Math.ceil(MAX_CONTENT_BYTES / 3) * 4);
const Base64Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/));

/** Everything a page may configure. Members that are not here are dropped, whatever they are. */
export const Options = v.object({
  theme: given(v.picklist(["light", "dark"])),
  mode: given(v.picklist(["new", "existing"])),
  userId: given(text(64)),
  expectedUserEncryptionPublicKey: given(Base64Key),
  walletAddress: given(text(128)),
  walletPublicKey: given(text(256)),
  walletType: given(text(32)),
  encryptionPasswordStore: given(v.picklist(["user", "mpc"])),
});
export type Options = v.InferInput<typeof Options>;

/** What a page learns of the person's key. */
export const Profile = v.object({
  userId: v.string(),
  userEncryptionPublicKey: Base64Key,
  encryptionPasswordStore: v.picklist(["user", "mpc"]),
});
export type Profile = v.InferOutput<typeof Profile>;

export const Encrypted = v.object({ content: Content, encryptorPublicKey: PublicKey });

/** A credential as the network lists it: what the enclave needs, and whatever else the row has. */
export const CredentialRow = v.looseObject({
  id: text(64),
  content: Base64Content,
  encryptor_public_key: Base64Key,
});
export type CredentialRow = v.InferOutput<typeof CredentialRow>;

/** A path into a credential, and the values that are allowed there. */
export const Criteria = v.record(text(200), v.pipe(v.array(v.unknown()), v.maxLength(1_000)));
export type Criteria = v.InferOutput<typeof Criteria>;

export const Filters = v.object({
  pick: v.optional(Criteria, {}),
  omit: v.optional(Criteria, {}),
  /** Additive: whether a content that cannot be read ends the whole question, or only drops out. */
  unreadable: v.optional(v.picklist(["fail", "drop"]), "fail"),
});
export type Filters = v.InferOutput<typeof Filters>;
export type Conditions = Pick<Filters, "pick" | "omit">;

/** Who would get access. The name counts only as a claim until the network knows the key. */
export const Consumer = v.object({
  /** The wallet identifier access would be granted to: lower-case hex for an Ed25519 key. */
  identifier: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  encryptionPublicKey: Base64Key,
  name: v.optional(text(80)),
  /** Signature of the identifier's key over [consumerProofText]: the encryption key is really its own. */
  proof: v.optional(Base64Signature),
});
export type Consumer = v.InferOutput<typeof Consumer>;

/** The person's stored credential, as the page read it: ciphertext, and what proves its issuer. */
export const StoredCredential = v.object({
  id: text(64),
  content: Base64Content,
  encryptor_public_key: Base64Key,
  public_notes: v.optional(text(64 * 1024), ""),
  issuer_auth_public_key: v.optional(text(256), ""),
  public_notes_signature: v.optional(Base64Signature),
  broader_signature: v.optional(Base64Signature),
});
export type StoredCredential = v.InferInput<typeof StoredCredential>;

export const ShareRequest = v.object({
  credentialId: text(64),
  credential: StoredCredential,
  consumer: Consumer,
  /** Why, in the words of the company. */
  purpose: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  /** Whole seconds since 1970; 0 means that access can be taken back at any time. */
  lockedUntil: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
});
export type ShareRequest = v.InferInput<typeof ShareRequest>;

/** The parameters of `share_credential`, ready to be sent. Nothing in here can be read by the page. */
export const Share = v.object({
  id: v.string(),
  originalCredentialId: v.string(),
  publicNotes: v.literal(""),
  publicNotesSignature: Base64Signature,
  broaderSignature: Base64Signature,
  content: v.string(),
  contentHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  encryptorPublicKey: Base64Key,
  issuerAuthPublicKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  granteeWalletIdentifier: v.string(),
  lockedUntil: v.number(),
});
export type Share = v.InferOutput<typeof Share>;

export const TypedData = v.object({
  domain: v.record(v.string(), v.unknown()),
  types: v.record(v.string(), v.unknown()),
  value: v.record(v.string(), v.unknown()),
});
export type TypedData = v.InferOutput<typeof TypedData>;
