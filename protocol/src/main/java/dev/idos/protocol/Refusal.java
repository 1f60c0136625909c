package dev.idos.protocol;

import java.util.Locale;

/// Why the network will not do what it was asked. A code is never reused or renumbered; receipts
/// hash the code and never the words.
///
/// The wire text is the original's, because existing clients match on it (`facts/actions.md`);
/// where the original leaked a raw database text, it is a sentence of ours. `%s` stands for public
/// detail.
public enum Refusal {
  // Transactions, before and after ordering
  TRANSACTION_MALFORMED(
      1001, "the transaction cannot be decoded: %s", "send it again, encoded as the protocol says"),
  SIGNATURE_INVALID(
      1002, "failed to verify the transaction: %s", "the signature does not match the transaction"),
  CHAIN_WRONG(1003, "wrong chain ID: %s", "it was signed for another network"),
  NONCE_WRONG(
      1004,
      "invalid nonce for account %s: got %s, expected %s",
      "another transaction of this account came first, or one is missing"),
  PAYLOAD_TYPE_UNKNOWN(1005, "unknown payload type: %s", "only actions can be executed"),
  PAYLOAD_MALFORMED(
      1006, "failed to decode the payload: %s", "the payload is not an action of the protocol"),
  TOO_LARGE(1007, "transaction size limit exceeded", "it is larger than a block may carry"),
  POOL_FULL(1008, "mempool is full", "too much is waiting: try again in a moment"),
  OWNER_ONLY(
      1009,
      "action is owner-only: action %s can only be executed by the owner",
      "only the owner of the network may do this"),
  ACTION_PRIVATE(1010, "action is private: action %s is private", "this action is internal"),
  ACTION_UNKNOWN(
      1011,
      "unknown action: action \"%s\" does not exist in namespace \"main\"",
      "there is no such action"),
  NAMESPACE_UNKNOWN(1012, "namespace \"%s\" does not exist", "there is only the namespace main"),
  PRIVILEGE_MISSING(
      1013,
      "user does not have privilege %s on namespace \"main\"",
      "raw statements are closed to callers"),
  ACTION_MUTATES(
      1014,
      "connection is read-only and cannot mutate state: action \"%s\" requires a writer connection",
      "this action changes data: send it as a transaction"),
  ACTION_IS_VIEW(
      1015,
      "action \"%s\" is a view: call it, do not execute it",
      "this action only reads: call it"),
  TRANSACTION_SKIPPED(
      1016,
      "the transaction was not next for its account and was skipped",
      "its nonce was not next when its turn came: sign it again"),

  // Arguments and values
  ARGUMENT_MISSING(2001, "missing required argument %s ($%s)", "too few arguments"),
  ARGUMENTS_TOO_MANY(
      2002,
      "action invocation error: action \"%s\" expected at most %s arguments, but got %s",
      "too many arguments"),
  ARGUMENT_TYPE(
      2003,
      "type error: action \"%s\" expected argument %s to be of type %s, but got %s",
      "an argument has another type"),
  ARGUMENT_NULL(
      2004,
      "argument %s ($%s) of action \"%s\" must not be null",
      "an argument is empty that must be given"),
  TEXT_INVALID(
      2005,
      "argument %s ($%s): the text is not valid Unicode or holds a NUL character",
      "a text cannot be stored"),
  TEXT_TOO_LONG(2006, "argument %s ($%s): the text is longer than %s bytes", "a text is too long"),
  NUMBER_INVALID(2007, "argument %s ($%s): not a number of this type", "a number is out of range"),
  QUOTA_BYTES(
      2101,
      "the profile would hold more than %s bytes",
      "the profile is full: delete something first"),
  QUOTA_ROWS(
      2102,
      "the profile would hold more than %s rows",
      "the profile is full: delete something first"),

  // Inserters
  INSERTER_UNAUTHORIZED(
      3001,
      "Unauthorized inserter",
      "the caller is no delegate of an inserter, or not of the one that made this profile"),
  INSERTER_EXISTS(
      3002, "an inserter with this id or name already exists", "choose another id and name"),
  INSERTER_NOT_FOUND(3003, "there is no inserter with this id", "add the inserter first"),
  DELEGATE_EXISTS(3004, "this address is a delegate already", "delete it from its inserter first"),
  DELEGATE_INVALID(
      3005, "a delegate's address is printable ASCII", "give the address or key as it travels"),

  // Profiles and wallets
  PROFILE_NOT_FOUND(3101, "the caller has no profile", "no profile has this wallet"),
  PROFILE_EXISTS(3102, "a user with this id already exists", "choose another id"),
  PROFILE_CLOSING(
      3103, "the profile is being deleted", "nothing new is accepted while locked copies run out"),
  PASSWORD_STORE_INVALID(
      3104,
      "encryption_password_store must be user or mpc",
      "the password store is one of the two"),
  WALLET_TYPE_UNSUPPORTED(
      3201, "unsupported wallet type", "wallets are EVM, NEAR, XRPL, Stellar or FaceSign"),
  WALLET_INVALID(
      3202,
      "wallet is invalid",
      "the signature does not prove this wallet, or was used for another profile"),
  WALLET_KEY_MISSING(
      3203,
      "wallet require a public_key to be given",
      "this kind of wallet comes with its public key"),
  WALLET_KEY_EXISTS(
      3204, "wallet public key already exists in idos", "the key belongs to a wallet already"),
  WALLET_ADDRESS_EXISTS(
      3205, "wallet address already exists in idos", "the address belongs to a wallet already"),
  WALLET_ID_EXISTS(3206, "a wallet with this id already exists", "choose another id"),
  WALLET_CONNECTED(
      3207,
      "You can not delete a wallet you are connected with. To delete this wallet you have to connect other wallet.",
      "connect another wallet first, or leave the profile"),
  WALLET_NOT_FOUND(
      3208, "the wallet does not belong to the caller", "no wallet of yours has this id"),
  CALLER_AMBIGUOUS(
      3209,
      "the caller matches wallets of more than one profile",
      "the wallets must be told apart first"),

  // Credentials
  CREDENTIAL_NOT_OWNED(
      4001, "the credential does not belong to the caller", "no credential of yours has this id"),
  CREDENTIAL_LOCKED(
      4002,
      "there are locked access grants for this credential",
      "it was locked when it was shared"),
  CREDENTIAL_EXISTS(4003, "a credential with this id already exists", "choose another id"),
  CREDENTIAL_SIGNATURE_WRONG(
      4004, "signature is wrong", "the issuer's signatures do not match notes and content"),
  CREDENTIAL_ISSUER_KEY_INVALID(
      4005, "invalid issuer public key", "an issuer key is 64 hex digits"),
  CREDENTIAL_SHARED(
      4006, "can not edit shared credential", "a shared credential cannot be changed"),
  CREDENTIAL_NOT_SHARED(
      4007, "the credential is not shared with the caller", "nobody granted you this credential"),
  CREDENTIAL_SHARED_TO_CALLER_NOT_FOUND(
      4008,
      "can not find the credential shared to you",
      "no credential shared with you has this id"),
  COPY_NOTES_NOT_EMPTY(
      4009,
      "shared credentials cannot have public_notes, it must be an empty string",
      "a copy carries no notes"),
  ORIGINAL_NOT_OWNED(
      4010, "original credential does not belong to the caller", "share one of your originals"),
  ISSUER_SIGNATURE_REUSED(
      4011,
      "these issuer signatures belong to a credential of another profile",
      "a signed credential lives in one profile only"),
  NOTES_ID_CHANGED(
      4012,
      "the id inside public_notes must stay the same",
      "the issuer edits notes, never their id"),
  CREDENTIAL_CONTENT_INVALID(
      4013, "the content is not base64", "content is base64 of the encrypted credential"),
  FEE_CREDENTIAL_NOT_FOUND(4014, "credential not found", "no credential has this id"),
  NOTES_ID_TOO_COMMON(
      4015,
      "more than %s credentials share this notes id",
      "give every credential an id of its own in its notes"),
  NOTES_EDIT_TOO_LARGE(
      4016,
      "one transaction rewrites the notes of at most %s credentials, and %s bytes",
      "send fewer edits at once, or write shorter notes"),

  // Access grants
  ACCESS_GRANT_NOT_FOUND(
      5001, "the access grant not found", "no access grant of yours has this id"),
  ACCESS_GRANT_LOCKED(
      5002, "the grant is locked", "it cannot be taken back before its lock passes"),
  ACCESS_GRANT_EXISTS(
      5003,
      "a grant with the same grantee, copy_credential_id, and locked_until already exists",
      "this grant was given already"),
  ACCESS_GRANT_CREDENTIAL_MISSING(
      5004, "the credential, that the AG is for, does not exist", "no credential has this id"),
  LOCK_OUT_OF_RANGE(
      5005,
      "locked_until must be seconds since 1970, at most 100 years ahead",
      "give seconds, not milliseconds"),
  GRANTEE_INVALID(
      5006,
      "a wallet identifier is printable ASCII without spaces",
      "give the grantee's identifier as it travels"),
  PAGE_INVALID(5007, "page has to be a positive integer", "pages count from 1"),
  SIZE_INVALID(5008, "size has to be a positive integer", "a page holds at least one row"),
  CURSOR_INVALID(
      5009, "after is not a cursor of this list", "pass the cursor of the last row as it came"),
  LIST_TOO_LONG(
      5010, "the list is too long for one answer", "read it in parts: the view ending in _page"),

  // Grant papers
  DAG_OWNER_NOT_FOUND(5101, "dag_owner not found", "no profile has this wallet"),
  DAG_SIGNATURE_INVALID(
      5102, "the dag_signature is invalid", "the owner's wallet did not sign this paper"),
  DAG_DATA_NOT_OWNED(
      5103, "the data_id does not belong to the owner", "the paper is for a copy its owner keeps"),
  DWG_ISSUER_MISMATCH(
      5201,
      "credentials issuer must be an issuer of delegated write grant",
      "the credential's issuer is not the one the paper names"),
  DWG_OWNER_NOT_FOUND(5202, "dwg_owner not found", "no profile has this wallet"),
  DWG_TIMES_REVERSED(
      5203,
      "dwg_not_before must be before dwg_not_after",
      "the paper's times are in the wrong order"),
  DWG_OUTSIDE_WINDOW(
      5204,
      "this write grant can only be used after dwg_not_before and before dwg_not_after",
      "the paper is too old or not valid yet"),
  DWG_SIGNATURE_INVALID(5205, "verify owner failed", "the owner's wallet did not sign this paper"),
  DWG_ORIGINAL_SIGNATURE_WRONG(
      5206,
      "an original credential signature is wrong",
      "the issuer's signatures of the original do not match"),
  DWG_COPY_SIGNATURE_WRONG(
      5207,
      "a copy credential signature is wrong",
      "the issuer's signatures of the copy do not match"),
  DWG_CONSUMED(5208, "this write grant has been used already", "a paper is good for one use"),
  DWG_WINDOW_TOO_LONG(
      5209, "a write grant may be usable for 30 days at most", "choose nearer times"),
  PAPER_CALLER_NOT_NAMED(
      5210,
      "the caller is not named by this paper",
      "only the owner, the grantee or the issuer may hand it in"),
  PAPER_TIMES_REVERSED(
      5211,
      "not_usable_before must be before not_usable_after",
      "the paper's times are in the wrong order"),
  PAPER_DATE_INVALID(
      5212,
      "parsing time \"%s\": a date is written YYYY-MM-DDTHH:MM:SSZ",
      "write the date as the protocol says"),
  PAPER_FIELD_INVALID(
      5213,
      "a field of a paper holds a line break or control character",
      "papers hold one line a field"),

  // Attributes
  ATTRIBUTE_EXISTS(6001, "an attribute with this id already exists", "choose another id"),
  ATTRIBUTE_SHARED(6002, "Can not edit shared attribute", "a shared attribute cannot be changed"),
  ATTRIBUTE_ORIGINAL_NOT_OWNED(
      6003, "original attribute does not belong to the caller", "share one of your own attributes"),

  // Economy
  ECONOMY_NOT_ENABLED(7001, "the economy network is not enabled", "this network has no tokens");

  private final int code;
  private final String wireText;
  private final String meaning;

  Refusal(int code, String wireText, String meaning) {
    this.code = code;
    this.wireText = wireText;
    this.meaning = meaning;
  }

  /// The permanent code.
  public int code() {
    return code;
  }

  /// The text of the wire, with `%s` where a detail goes.
  public String wireText() {
    return wireText;
  }

  /// Our own sentence: what it means and what to do, for people.
  public String meaning() {
    return meaning;
  }

  /// This refusal with its details filled in.
  public Refused with(Object... details) {
    return new Refused(this, String.format(Locale.ROOT, wireText, details));
  }
}
