import { fromBase64, fromHex, toUtf8 } from "@idos/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import type { Consumer } from "./values.js";

/**
 * What a company signs once with the key the network knows, so that its name can be shown beside
 * its encryption key: without it a page could use a known name and an encryption key of its own.
 */
export function consumerProofText(identifier: string, encryptionPublicKey: string): string {
  return [
    "idOS encryption key of a company",
    `identity: ${identifier.toLowerCase()}`,
    `encryption key: ${encryptionPublicKey}`,
  ].join("\n");
}

/** Whether the company's own key vouches for its encryption key. */
export function consumerProofHolds(consumer: Consumer): boolean {
  if (consumer.proof === undefined) {
    return false;
  }
  try {
    return ed25519.verify(
      fromBase64(consumer.proof),
      toUtf8(consumerProofText(consumer.identifier, consumer.encryptionPublicKey)),
      fromHex(consumer.identifier),
    );
  } catch {
    return false;
  }
}
