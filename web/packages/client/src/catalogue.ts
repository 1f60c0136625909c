import { type EncodedValue, int8Value, nullValue, textValue, uuidValue } from "@idos/protocol";

type Kind = {
  readonly uuid: string;
  readonly text: string;
  readonly optionalText: string | null;
  readonly optionalUuid: string | null;
  readonly int8: bigint;
  readonly optionalInt8: bigint | null;
};
type Parameters = Readonly<Record<string, keyof Kind>>;
type Arguments<P extends Parameters> = { readonly [N in keyof P]: Kind[P[N]] };

const page = { after: "optionalText", size: "optionalInt8" } as const;
const signedNotes = {
  public_notes: "text",
  public_notes_signature: "text",
  broader_signature: "text",
} as const;
const attribute = { id: "uuid", attribute_key: "text", value: "text" } as const;

/** The actions of a person, with their parameters in order and the words their wallet shows. */
export const ACTIONS = {
  add_wallet: {
    says: "Add a wallet to idOS",
    takes: {
      id: "uuid",
      address: "text",
      public_key: "optionalText",
      wallet_type: "text",
      message: "text",
      signature: "text",
    },
  },
  remove_wallet: { says: "Remove a wallet from idOS", takes: { id: "uuid" } },
  leave_profile: {
    says: "Leave your idOS profile with this wallet",
    takes: { wallet_id: "uuid" },
  },
  add_credential: {
    says: "Add a new credential",
    takes: {
      id: "uuid",
      issuer_auth_public_key: "text",
      encryptor_public_key: "text",
      content: "text",
      ...signedNotes,
    },
  },
  edit_credential: {
    says: "Edit a credential",
    takes: {
      id: "uuid",
      ...signedNotes,
      content: "text",
      encryptor_public_key: "text",
      issuer_auth_public_key: "text",
    },
  },
  remove_credential: { says: "Remove a credential", takes: { id: "uuid" } },
  rescind_shared_credential: {
    says: "Rescind a shared credential",
    takes: { credential_id: "uuid" },
  },
  share_credential: {
    says: "Share a credential with creating AG",
    takes: {
      id: "uuid",
      original_credential_id: "uuid",
      ...signedNotes,
      content: "text",
      content_hash: "text",
      encryptor_public_key: "text",
      issuer_auth_public_key: "text",
      grantee_wallet_identifier: "text",
      locked_until: "int8",
    },
  },
  revoke_access_grant: { says: "Revoke an Access Grant from idOS", takes: { id: "uuid" } },
  add_attribute: { says: "Add an attribute to idOS", takes: attribute },
  edit_attribute: { says: "Edit an attribute in idOS", takes: attribute },
  remove_attribute: { says: "Remove an attribute from idOS", takes: { id: "uuid" } },
  rotate_user_key: {
    says: "Replace the encryption key of your idOS profile",
    takes: { recipient_encryption_public_key: "text", encryption_password_store: "text" },
  },
  remove_user: { says: "Delete your idOS profile", takes: {} },
} as const satisfies Record<string, { says: string; takes: Parameters }>;

/** The views a person's page asks. */
export const VIEWS = {
  has_profile: { address: "text" },
  get_user: {},
  get_wallets_page: page,
  get_credentials_page: page,
  get_credential_owned: { id: "uuid" },
  get_credential_shared: { id: "uuid" },
  get_credential_proof: { id: "uuid" },
  get_access_grants_owned_page: page,
  get_access_grants_granted_page: { user_id: "optionalUuid", ...page },
  get_attributes_page: page,
  dwg_message: {
    owner_wallet_identifier: "text",
    grantee_wallet_identifier: "text",
    issuer_public_key: "text",
    id: "uuid",
    access_grant_timelock: "text",
    not_usable_before: "text",
    not_usable_after: "text",
  },
  dag_message: {
    dag_owner_wallet_identifier: "text",
    dag_grantee_wallet_identifier: "text",
    dag_data_id: "uuid",
    dag_locked_until: "int8",
    dag_content_hash: "text",
  },
} as const satisfies Record<string, Parameters>;

export type ActionName = keyof typeof ACTIONS;
export type ViewName = keyof typeof VIEWS;
export type ActionArguments<A extends ActionName> = Arguments<(typeof ACTIONS)[A]["takes"]>;
export type ViewArguments<V extends ViewName> = Arguments<(typeof VIEWS)[V]>;

/** Named arguments in the order of the wire. A text may also be given as its UTF-8. */
export function positional(takes: Parameters, given: Readonly<Record<string, unknown>>) {
  return Object.entries(takes).map(([name, kind]) => encoded(kind, given[name]));
}

function encoded(kind: keyof Kind, value: unknown): EncodedValue {
  if (value === null || value === undefined) {
    return nullValue();
  }
  if (typeof value === "bigint") {
    return int8Value(value);
  }
  if (value instanceof Uint8Array) {
    return { ...textValue(""), items: [value] };
  }
  return /uuid/i.test(kind) ? uuidValue(String(value)) : textValue(String(value));
}
