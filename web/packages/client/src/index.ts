export * from "./failure.js";
export { Nodes, parsed } from "./rpc.js";
export { callOpenly, type Row, Session } from "./session.js";
export type { AuthType, Signer, WalletType } from "./signer.js";
