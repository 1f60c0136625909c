import type { Arguments, MethodName, Result } from "@idos/enclave";

/** What the client needs of an enclave: its one typed question. `EnclaveBridge` is one. */
export interface Enclave {
  call<M extends MethodName>(method: M, ...args: Arguments<M>): Promise<Result<M>>;
}
