import { credentialSignaturesHold, fromHex } from "@idos/protocol";
import { describe, expect, it } from "vitest";
import { signOwn } from "../src/owner/own-signature.js";

const NOTES = '{"id":"1"}';
const CONTENT = new Uint8Array(100_000).fill(7);

/** Signs, and says whether both signatures hold over the content. */
async function holds(content: Uint8Array): Promise<boolean> {
  const signed = await signOwn(NOTES, CONTENT);
  return credentialSignaturesHold(NOTES, content, signed, fromHex(signed.issuerPublicKey));
}

describe("what a person signs for themselves", () => {
  it("holds_when_the_browser_signs", async () => {
    expect(await crypto.subtle.generateKey("Ed25519", false, ["sign"])).toHaveProperty(
      "privateKey",
    );
    expect(await holds(CONTENT)).toBe(true);
    expect(await holds(CONTENT.with(0, 8))).toBe(false);
  });

  it("holds_where_the_browser_knows_no_such_key", async () => {
    const { generateKey } = crypto.subtle;
    crypto.subtle.generateKey = () => Promise.reject(new DOMException("", "NotSupportedError"));
    try {
      expect(await holds(CONTENT)).toBe(true);
      expect(await holds(CONTENT.with(0, 8))).toBe(false);
    } finally {
      crypto.subtle.generateKey = generateKey;
    }
  });

  it("is_signed_by_another_key_each_time", async () => {
    const [first, second] = [await signOwn(NOTES, CONTENT), await signOwn(NOTES, CONTENT)];
    expect(first.issuerPublicKey).not.toBe(second.issuerPublicKey);
  });
});
