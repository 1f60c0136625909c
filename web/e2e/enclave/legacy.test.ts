import { passwordKey, toBase64, toHex, toUtf8 } from "@idos/protocol";
import { xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ALICE,
  ALICE_KEY,
  asAlice,
  asBob,
  BOB,
  BOB_KEY,
  button,
  closed,
  credential,
  PASSWORD,
  SECRET_WORDS,
  type Visit,
  World,
} from "./world.js";

/** As an earlier enclave hid a value: under the user id that lay beside it. */
function obfuscated(value: string, userId: string): string {
  const [salt, nonce] = [new Uint8Array(16).fill(1), new Uint8Array(24).fill(2)];
  const key = scrypt(toUtf8(userId), salt, { N: 16384, r: 8, p: 1, dkLen: 32 });
  const box = xsalsa20poly1305(key, nonce).encrypt(toUtf8(value));
  return `0x${toHex(salt)}${toHex(nonce)}${toHex(box)}`.toUpperCase().replace("0X", "0x");
}

const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000).toISOString();
const alices = (change: Record<string, string> = {}): Record<string, string> => ({
  "user-id": ALICE,
  "obfuscated-password": obfuscated(PASSWORD, ALICE),
  "obfuscated-base64-encryption-secret-key": obfuscated(
    toBase64(passwordKey(PASSWORD, ALICE)),
    ALICE,
  ),
  "encryption-public-key": ALICE_KEY,
  "encryption-password-store": "user",
  "enclave-authorized-origins": JSON.stringify(["http://bank.example"]),
  "storage-expiration": days(3),
  ...change,
});

describe("a browser that an earlier enclave left its records in", () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const frameOf = (visit: Visit): Frame =>
    visit.page.frames().find((each) => each.url().startsWith(world.enclave)) ??
    expect.fail("no frame");
  const leftOver = (visit: Visit) =>
    frameOf(visit).evaluate(() => Object.keys(localStorage).sort());

  /** A page of a site in whose partition the old records lie, before the enclave is there. */
  async function leave(site: string, records: Record<string, string>): Promise<Visit> {
    const visit = await world.visit(site, {}); // somebody else's page, to reach the partition
    await frameOf(visit).evaluate((left) => {
      localStorage.setItem("another-app", "stays");
      for (const [key, value] of Object.entries(left)) {
        localStorage.setItem(`idOS-${key}`, JSON.stringify(value));
      }
    }, records);
    await visit.page.reload();
    return visit;
  }

  it("e07 unlocks without a password, asks this site anew, and moves the key once", async () => {
    const visit = await leave("bank", alices());
    await visit.start(asAlice);
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    expect(await popup.locator("#password").count()).toBe(0); // the old yes had no scope
    await button(popup, /^Let bank/).click();
    expect(await outcome).toMatchObject({ result: { userEncryptionPublicKey: ALICE_KEY } });
    await closed(popup);
    expect(await leftOver(visit)).toEqual(["another-app"]);

    await visit.page.reload();
    await visit.start(asAlice);
    expect(await visit.call("ensureUserEncryptionProfile")).toHaveProperty("result");
    await visit.show();
    const reading = visit.decrypt(credential("c1"));
    const window = await visit.press();
    await button(window, /^Let bank/).click();
    expect(await reading).toMatchObject({ result: expect.stringContaining(SECRET_WORDS) });
    await closed(window);
    await visit.page.close();
  });

  it("e07 reads one that kept the password alone", async () => {
    const { "obfuscated-base64-encryption-secret-key": _, ...records } = alices();
    const visit = await leave("shop", records);
    await visit.start(asAlice);
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    expect(await popup.locator("#password").count()).toBe(0);
    await button(popup, /^Let shop/).click();
    expect(await outcome).toHaveProperty("result");
    await closed(popup);
    await visit.page.close();
  });

  it("e06 forgets one whose time has passed, and asks for the password", async () => {
    const visit = await leave("card", alices({ "storage-expiration": days(-1) }));
    await visit.start(asAlice);
    expect(await visit.unlock()).toHaveProperty("result");
    expect(await leftOver(visit)).toEqual(["another-app"]);
    await visit.page.close();
  });

  it("e05 does not take a key that is not the one beside it, and loses nothing", async () => {
    const records = alices({ "user-id": BOB, "encryption-public-key": BOB_KEY });
    const visit = await leave("gym", records);
    await visit.start(asBob);
    const outcome = visit.call("ensureUserEncryptionProfile");
    const popup = await visit.press();
    expect(await popup.locator("#password").count()).toBe(1);
    await button(popup, "Cancel").click();
    expect(await outcome).toEqual({ error: "closed" });
    expect(await leftOver(visit)).toContain("idOS-obfuscated-password");
    await visit.page.close();
  });
});
