import * as v from "valibot";
import type { Enclave } from "./enclave.js";
import { IdosError, unavailable } from "./failure.js";
import { parsed } from "./rpc.js";
import type { Signer, WalletType } from "./signer.js";

/** "This is the key to encrypt to for me", signed by the wallet it goes with. */
export type KeyStatement = {
  readonly subject: string;
  readonly encryptionKey: string;
  readonly walletType: WalletType;
  readonly address: string;
  readonly publicKey: string | null;
  readonly network: string;
  readonly signature: string;
};

/** What a page hands to an issuer, who makes the profile of it. */
export type ProfileRequest = {
  readonly id: string;
  readonly key: KeyStatement;
  readonly passwordStore: "user" | "mpc";
};

/** The text of a key statement: it is also the wallet's proof, good for this profile and key only. */
export function keyStatementText(statement: Omit<KeyStatement, "signature">): string {
  return [
    "operation: stateEncryptionKey",
    `subject: ${statement.subject}`,
    `encryption key: ${statement.encryptionKey}`,
    `wallet: ${statement.address}`,
    `network: ${statement.network}`,
  ].join("\n");
}

export async function stateKey(
  signer: Signer,
  subject: string,
  encryptionKey: string,
  network: string,
): Promise<KeyStatement> {
  const { walletType, address, publicKey } = signer;
  const statement = { subject, encryptionKey, walletType, address, publicKey, network };
  return { ...statement, signature: await signer.proof(keyStatementText(statement)) };
}

export async function makeProfileRequest(
  signer: Signer,
  enclave: Enclave,
  chainId: string,
  id: string,
): Promise<ProfileRequest> {
  await enclave.call("reconfigure", { mode: "new", userId: id, ...walletOptions(signer) });
  const made = await enclave.call("ensureUserEncryptionProfile");
  const key = await stateKey(signer, `profile ${id}`, made.userEncryptionPublicKey, chainId);
  return { id, key, passwordStore: made.encryptionPasswordStore };
}

/** What the enclave is told of the wallet. */
export const walletOptions = ({ address, publicKey, walletType }: Signer) => ({
  walletAddress: address,
  walletPublicKey: publicKey,
  walletType,
});

const Made = v.object({ id: v.string() });
const Problem = v.object({ error: v.string() });

/** Hands a profile request to an issuer over HTTP. */
export async function handToIssuer(issuerUrl: string, request: ProfileRequest): Promise<void> {
  let response: Response;
  try {
    response = await fetch(new URL("/api/profiles", issuerUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      credentials: "omit",
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    throw unavailable("the issuer did not answer", true);
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok) {
    const problem = v.safeParse(Problem, answer);
    throw response.status >= 500
      ? unavailable("the issuer could not make the profile", true)
      : new IdosError({
          kind: "refused",
          code: response.status,
          message: problem.success ? problem.output.error : "the issuer did not make the profile",
        });
  }
  parsed(Made, answer);
}
