import type { Grant, LoggedIn } from "@idos/client";
import type { EnclaveDoor } from "@idos/page";
import { send } from "../shared/api.js";
import type { Usable } from "./usable.js";
import { type Company, Invitation, Opening } from "./wire.js";

export type Step = "sharing" | "proving" | "checking";

/** Until when access is locked if it is given now; 0 for no lock. */
export const lockedUntil = (company: Company) =>
  company.lockSeconds === 0 ? 0 : Math.floor(Date.now() / 1000) + company.lockSeconds;

/** Asks for access in the enclave, proves the wallet at the company's door, and hears its answer. */
export async function openAccount(
  me: LoggedIn,
  enclave: EnclaveDoor,
  company: Company,
  usable: Usable,
  onStep: (step: Step) => void,
  onGiven: (grant: Grant) => void,
): Promise<Opening> {
  let grant = usable.given;
  if (grant === null) {
    onStep("sharing");
    const { identifier, encryptionPublicKey, name, proof, purpose } = company;
    grant = await me.sharing.request(
      {
        credentialId: usable.credential.id,
        consumer: { identifier, encryptionPublicKey, name, proof },
        purpose,
        lockedUntil: lockedUntil(company),
      },
      enclave,
    );
    onGiven(grant);
  }
  onStep("proving");
  const { walletType, address, publicKey } = me.signer;
  const invitation = await send(Invitation, "/api/door", { walletType, address, publicKey });
  const expected = [
    "operation: openAccount",
    `company: ${company.name}`,
    `wallet: ${address}`,
    `nonce: ${invitation.nonce}`,
    `network: ${me.session.chainId}`,
  ].join("\n");
  const signature = await me.signer.proof(expected);
  onStep("checking");
  return send(Opening, "/api/accounts", {
    nonce: invitation.nonce,
    signature,
    copy: grant.dataId,
  });
}
