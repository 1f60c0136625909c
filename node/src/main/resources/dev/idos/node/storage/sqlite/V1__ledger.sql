-- The rows of the ledger, the chain they came from, and the receipts of the last thirty days.
-- Every table holds its columns in declared order and the hash by which a row is verified.
-- Rows lie in order of arrival; primary keys are indexes beside them.

CREATE TABLE chain (
  one INTEGER NOT NULL CHECK (one = 1),
  chain_id TEXT NOT NULL,
  genesis_hash BLOB NOT NULL,
  height INTEGER NOT NULL,
  time_millis INTEGER NOT NULL,
  block_hash BLOB NOT NULL,
  state_root BLOB NOT NULL,
  PRIMARY KEY (one)
) STRICT;

CREATE TABLE contents (
  credential BLOB NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (credential)
) STRICT;

CREATE TABLE users (
  id BLOB NOT NULL,
  recipient_encryption_public_key TEXT NOT NULL,
  encryption_password_store TEXT NOT NULL,
  inserter TEXT NOT NULL,
  inserter_id BLOB NOT NULL,
  gas_allowance TEXT NOT NULL,
  claimed INTEGER NOT NULL,
  closing INTEGER NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (id)
) STRICT;

CREATE TABLE inserters (
  id BLOB NOT NULL,
  name TEXT NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX inserters_by_name ON inserters (name);

CREATE TABLE delegates (
  address TEXT NOT NULL,
  inserter_id BLOB NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (address)
) STRICT;
CREATE INDEX delegates_by_inserter ON delegates (inserter_id, address);

CREATE TABLE usage (
  user_id BLOB NOT NULL,
  bytes INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (user_id)
) STRICT;

CREATE TABLE accounts (
  account BLOB NOT NULL,
  nonce INTEGER NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (account)
) STRICT;

CREATE TABLE wallets (
  id BLOB NOT NULL,
  user_id BLOB NOT NULL,
  address TEXT NOT NULL,
  public_key TEXT,
  wallet_type TEXT NOT NULL,
  message TEXT NOT NULL,
  signature TEXT NOT NULL,
  inserter TEXT,
  identifier TEXT NOT NULL,
  found_by TEXT NOT NULL,
  wallet_key BLOB NOT NULL,
  verified INTEGER NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX wallets_by_user ON wallets (user_id, id);
CREATE UNIQUE INDEX wallets_by_identifier ON wallets (identifier);
CREATE UNIQUE INDEX wallets_by_key ON wallets (wallet_key);
CREATE INDEX wallets_by_address ON wallets (found_by, id);

CREATE TABLE consumed_wallet_proofs (
  proof BLOB NOT NULL,
  user_id BLOB,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (proof)
) STRICT;
CREATE INDEX consumed_wallet_proofs_by_user ON consumed_wallet_proofs (user_id, proof);

CREATE TABLE user_attributes (
  id BLOB NOT NULL,
  user_id BLOB NOT NULL,
  attribute_key TEXT NOT NULL,
  value TEXT NOT NULL,
  inserter TEXT,
  original_id BLOB,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX user_attributes_by_user ON user_attributes (user_id, id);
CREATE INDEX user_attributes_by_original ON user_attributes (original_id, id);

CREATE TABLE credentials (
  id BLOB NOT NULL,
  user_id BLOB NOT NULL,
  verifiable_credential_id TEXT,
  public_notes TEXT NOT NULL,
  notes_edited_by TEXT,
  content_hash_sha256 BLOB NOT NULL,
  content_length INTEGER NOT NULL,
  encryptor_public_key TEXT NOT NULL,
  issuer_auth_public_key TEXT NOT NULL,
  public_notes_signature BLOB NOT NULL,
  broader_signature BLOB NOT NULL,
  inserter TEXT,
  issuer_fee TEXT NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX credentials_by_owner ON credentials (user_id, id);
CREATE INDEX credentials_by_signature ON credentials (issuer_auth_public_key, broader_signature, id);
CREATE INDEX credentials_by_notes_id ON credentials (issuer_auth_public_key, verifiable_credential_id, id);

CREATE TABLE shared_credentials (
  original_id BLOB NOT NULL,
  copy_id BLOB NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (original_id, copy_id)
) STRICT;
CREATE INDEX shared_credentials_by_original ON shared_credentials (original_id, copy_id);
CREATE UNIQUE INDEX shared_credentials_by_copy ON shared_credentials (copy_id);

CREATE TABLE access_grants (
  height INTEGER NOT NULL,
  id BLOB NOT NULL,
  ag_owner_user_id BLOB NOT NULL,
  ag_grantee_wallet_identifier TEXT NOT NULL,
  grantee_canonical TEXT NOT NULL,
  data_id BLOB NOT NULL,
  locked_until INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  inserter_type TEXT NOT NULL,
  inserter_id TEXT NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (height, id)
) STRICT;
CREATE UNIQUE INDEX access_grants_by_id ON access_grants (id);
CREATE INDEX access_grants_by_data ON access_grants (data_id, height, id);
CREATE INDEX access_grants_by_owner ON access_grants (ag_owner_user_id, height, id);
CREATE INDEX access_grants_by_grantee ON access_grants (grantee_canonical, height, id);
CREATE INDEX access_grants_by_grantee_and_owner ON access_grants (grantee_canonical, ag_owner_user_id, height, id);
CREATE INDEX access_grants_by_grantee_and_hash ON access_grants (grantee_canonical, content_hash, height, id);
CREATE UNIQUE INDEX access_grants_by_meaning ON access_grants (grantee_canonical, data_id, locked_until);

CREATE TABLE consumed_write_grants (
  paper BLOB NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (paper)
) STRICT;

CREATE TABLE consumed_access_grants (
  paper BLOB NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (paper)
) STRICT;

CREATE TABLE due_erasures (
  locked_until INTEGER NOT NULL,
  grant_id BLOB NOT NULL,
  user_id BLOB NOT NULL,
  waiting INTEGER NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (locked_until, grant_id)
) STRICT;
CREATE INDEX due_erasures_in_order ON due_erasures (waiting, locked_until, grant_id);

CREATE TABLE blocks (
  height INTEGER NOT NULL,
  time_millis INTEGER NOT NULL,
  hash BLOB NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (height)
) STRICT;

CREATE TABLE receipts (
  hash BLOB NOT NULL,
  height INTEGER NOT NULL,
  place INTEGER NOT NULL,
  tx_code INTEGER NOT NULL,
  code INTEGER NOT NULL,
  log TEXT NOT NULL,
  sender BLOB NOT NULL,
  row_hash BLOB NOT NULL,
  PRIMARY KEY (hash)
) STRICT;
CREATE INDEX receipts_by_height ON receipts (height, hash);
CREATE INDEX receipts_by_sender ON receipts (sender, hash);
