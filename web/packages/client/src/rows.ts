import * as v from "valibot";

/** What the views answer, read strictly. 64-bit numbers travel as decimal text. */

const Uuid = v.pipe(v.string(), v.uuid());
const Seconds = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.safeInteger());
const Optional = v.nullish(v.string(), null);

export const Profile = v.object({
  id: Uuid,
  recipient_encryption_public_key: v.string(),
  encryption_password_store: v.picklist(["user", "mpc"]),
});

export const Wallet = v.object({
  id: Uuid,
  address: v.string(),
  public_key: Optional,
  wallet_type: v.string(),
  inserter: Optional,
});
export type Wallet = v.InferOutput<typeof Wallet>;

export const Credential = v.object({
  id: Uuid,
  user_id: Uuid,
  public_notes: v.nullish(v.string(), ""),
  issuer_auth_public_key: v.string(),
  inserter: Optional,
  original_id: v.nullish(Uuid, null),
});

export const Content = v.object({
  id: Uuid,
  user_id: Uuid,
  public_notes: v.nullish(v.string(), ""),
  content: v.string(),
  encryptor_public_key: v.string(),
  issuer_auth_public_key: v.string(),
  inserter: Optional,
});
export type Content = v.InferOutput<typeof Content>;

export const Proof = v.object({
  public_notes_signature: Optional,
  broader_signature: Optional,
  issuer_verified: v.boolean(),
  notes_edited_by: Optional,
});
export type Proof = v.InferOutput<typeof Proof>;

export const Grant = v.object({
  id: Uuid,
  ag_owner_user_id: Uuid,
  ag_grantee_wallet_identifier: v.string(),
  data_id: Uuid,
  locked_until: Seconds,
  content_hash: Optional,
  inserter_type: v.string(),
});

export const Attribute = v.object({
  id: Uuid,
  attribute_key: v.string(),
  value: v.string(),
  original_id: v.nullish(Uuid, null),
});
export type Attribute = v.InferOutput<typeof Attribute>;

export const HasProfile = v.object({ has_profile: v.boolean() });
export const Message = v.object({ message: v.string() });
export const Cursor = v.object({ cursor: v.string() });

export const ChainInfo = v.object({ chain_id: v.pipe(v.string(), v.minLength(1)) });

/** Who runs a node, and where. */
export const Operator = v.object({
  name: v.string(),
  country: v.string(),
  urls: v.array(v.string()),
  height: v.number(),
  healthy: v.boolean(),
  is_this_node: v.boolean(),
});
export type Operator = v.InferOutput<typeof Operator>;

/** A name the network itself vouches for. */
export const Party = v.object({ identifier: v.string(), name: v.string() });

/** Where a node stands: `time` in milliseconds. */
export const Status = v.object({
  height: v.number(),
  time: v.number(),
  root: v.string(),
  lag: v.number(),
});
export type Status = v.InferOutput<typeof Status>;
