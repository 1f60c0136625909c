export { EnclaveBridge, EnclaveError, isRefusalCode, type RefusalCode } from "@idos/enclave";
export { ACTIONS, VIEWS } from "./catalogue.js";
export { type Configuration, Configured, configure, Idle, WithSigner } from "./connection.js";
export type { Enclave } from "./enclave.js";
export * from "./failure.js";
export { type LevelFilter, reaches } from "./level.js";
export { LoggedIn } from "./logged-in.js";
export { type Notes, readNotes, type Standing, standing } from "./notes.js";
export { Account, type Export, type Progress, type Remains } from "./owner/account.js";
export { Attributes } from "./owner/attributes.js";
export {
  type Credential,
  type CredentialFilter,
  Credentials,
  readJson,
} from "./owner/credentials.js";
export {
  Papers,
  type SignedAccessGrant,
  type SignedWriteGrant,
  type WriteGrantTerms,
} from "./owner/papers.js";
export { type AccessRequest, type Grant, isLocked, Sharing } from "./owner/sharing.js";
export { Wallets } from "./owner/wallets.js";
export {
  handToIssuer,
  type KeyStatement,
  keyStatementText,
  type ProfileRequest,
} from "./profile-request.js";
export type { Attribute, Content, Operator, Proof, Status, Wallet } from "./rows.js";
export { Nodes, parsed } from "./rpc.js";
export { callOpenly, type Row, Session } from "./session.js";
export type { AuthType, Signer, WalletType } from "./signer.js";
export * from "./wallets/index.js";
