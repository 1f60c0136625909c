import { describe, expect, it } from "vitest";
import { MemoryCabinet } from "../src/vault/cabinet.js";
import { adoptLegacy, readLegacy, reveal } from "../src/vault/legacy.js";
import { Safe } from "../src/vault/safe.js";
import { Vault } from "../src/vault/vault.js";
import { ALICE, ALICE_KEY, ALICE_SECRET, BANK, BOB, BOB_KEY, BOB_SECRET } from "./people.js";

const NOW = Date.UTC(2026, 0, 1);
const profile = {
  userId: ALICE,
  publicKey: ALICE_KEY,
  passwordStore: "user" as const,
  secret: ALICE_SECRET,
};

/** The vector of the old format: user id of Alice, data `super-secret`. */
const OBFUSCATED =
  "0xA0A1A2A3A4A5A6A7A8A9AAABACADAEAFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D768EF1D48F39D080F81EDCF1CABB245E6C11007E71D648735E423AC4F";

describe("e07 a secret in storage", () => {
  it("is locked with a key nobody can take out", async () => {
    const cabinet = new MemoryCabinet();
    const vault = await Vault.open(cabinet, () => NOW);
    await vault.keep(profile, NOW + 1_000);
    const key = await cabinet.get("wrapping-key");
    expect(key).toMatchObject({ extractable: false, algorithm: { name: "AES-GCM" } });
    await expect(crypto.subtle.exportKey("raw", key as CryptoKey)).rejects.toThrow();
    const [record] = await cabinet.list("profile ");
    const stored = Buffer.from((record as { locked: { box: Uint8Array } }).locked.box);
    expect(stored.includes(Buffer.from(ALICE_SECRET))).toBe(false);
  });

  it("comes back only under the profile it was locked for", async () => {
    const safe = await Safe.open(new MemoryCabinet());
    const locked = await safe.lock(ALICE_SECRET, "profile a");
    expect(await safe.unlock(locked, "profile a")).toEqual(ALICE_SECRET);
    expect(await safe.unlock(locked, "profile b")).toBeNull();
  });

  it("uses one key, however many tabs begin at once", async () => {
    const cabinet = new MemoryCabinet();
    const [one, two] = await Promise.all([Safe.open(cabinet), Safe.open(cabinet)]);
    expect(await two.unlock(await one.lock(ALICE_SECRET, "x"), "x")).toEqual(ALICE_SECRET);
  });

  it("is not found when the record was damaged", async () => {
    const cabinet = new MemoryCabinet();
    const vault = await Vault.open(cabinet, () => NOW);
    await vault.keep(profile, NOW + 1_000);
    await cabinet.put(`profile ${ALICE} ${ALICE_KEY}`, { userId: ALICE, publicKey: 7 });
    expect(await vault.find(ALICE)).toBeUndefined();
  });
});

describe("e07 the format of earlier enclaves", () => {
  const legacy = (extra: Record<string, unknown>) => {
    const values: Record<string, unknown> = { "user-id": ALICE, ...extra };
    return (key: string) => {
      const value = values[key.replace(/^idOS-/, "")];
      return value === undefined ? null : JSON.stringify(value);
    };
  };

  it("is read back, as its vector says", async () => {
    expect(await reveal(OBFUSCATED, ALICE)).toBe("super-secret");
    await expect(reveal(OBFUSCATED.slice(2), ALICE)).rejects.toThrow("missing 0x prefix");
    await expect(reveal(OBFUSCATED, BOB)).rejects.toThrow();
  });

  it("is not taken when its key is not the one beside it", async () => {
    const item = legacy({ "obfuscated-password": OBFUSCATED, "encryption-public-key": ALICE_KEY });
    expect(await readLegacy(item, NOW)).toBeNull();
  });

  it("is taken with its own expiry, and the old record goes", async () => {
    const { publicKeyOf } = await import("../src/vault/vault.js");
    const { passwordKey } = await import("@idos/protocol");
    const publicKey = publicKeyOf(passwordKey("super-secret", ALICE));
    const until = "2026-01-03T00:00:00.000Z";
    const store = new Map<string, string>();
    for (const [key, value] of Object.entries({
      "idOS-user-id": ALICE,
      "idOS-obfuscated-password": OBFUSCATED,
      "idOS-encryption-public-key": publicKey,
      "idOS-storage-expiration": until,
      "idOS-enclave-authorized-origins": JSON.stringify([BANK]),
    })) {
      store.set(key, JSON.stringify(value));
    }
    store.set("another-app", "stays");
    const storage = storageOf(store);
    const vault = await Vault.open(new MemoryCabinet(), () => NOW);
    await adoptLegacy(
      () => storage,
      vault,
      () => NOW,
    );
    expect(await vault.find(ALICE)).toMatchObject({ publicKey, until: Date.parse(until) });
    expect(await vault.consent(BANK, ALICE)).toBeUndefined();
    expect([...store.keys()]).toEqual(["another-app"]);
  });

  it("that has expired is removed and not taken", async () => {
    const item = legacy({ "storage-expiration": "2025-12-31T00:00:00.000Z" });
    expect(await readLegacy(item, NOW)).toBe("expired");
  });

  it("in storage that throws is no reason to fail", async () => {
    const vault = await Vault.open(new MemoryCabinet(), () => NOW);
    await adoptLegacy(
      () => {
        throw new DOMException("denied", "SecurityError");
      },
      vault,
      () => NOW,
    );
    expect(await vault.profiles()).toEqual([]);
  });
});

describe("the vault", () => {
  it("e01 keeps profiles side by side, also two keys of one user", async () => {
    const vault = await Vault.open(new MemoryCabinet(), () => NOW);
    await vault.keep(profile, NOW + 1_000);
    await vault.keep({ ...profile, publicKey: BOB_KEY, secret: BOB_SECRET }, NOW + 1_000);
    expect(await vault.profiles()).toHaveLength(2);
    expect(await vault.find(ALICE, BOB_KEY)).toMatchObject({ publicKey: BOB_KEY });
  });

  it("e06 does not give out a key whose time has passed", async () => {
    let now = NOW;
    const vault = await Vault.open(new MemoryCabinet(), () => now);
    await vault.keep(profile, NOW + 1_000);
    now = NOW + 1_000;
    expect(await vault.find(ALICE)).toBeUndefined();
  });

  it("remembers a picture longer than the key, because it is needed to type the password", async () => {
    let now = NOW;
    const vault = await Vault.open(new MemoryCabinet(), () => now);
    await vault.keep(profile, NOW + 1_000);
    await vault.putMark(ALICE, { picture: 3, phrase: "amber otter" });
    now = NOW + 2_000;
    await vault.sweep();
    expect(await vault.mark(ALICE)).toEqual({ picture: 3, phrase: "amber otter" });
  });

  it("says since when a site is known", async () => {
    let now = NOW;
    const vault = await Vault.open(new MemoryCabinet(), () => now);
    await vault.knownSince(BANK);
    now += 5_000;
    expect(await vault.knownSince(BANK)).toBe(NOW);
  });

  it("keeps a visit's key and permission only as long as the page", async () => {
    const cabinet = new MemoryCabinet();
    const vault = await Vault.open(cabinet, () => NOW);
    await vault.keep(profile, NOW + 1_000, false);
    const consent = { origin: BANK, userId: ALICE, since: NOW, until: NOW + 1_000 };
    await vault.allow({ ...consent, paths: [], reads: [] }, false);
    await vault.allow({ ...consent, paths: ["a"], reads: [] });
    expect(await vault.consent(BANK, ALICE)).toMatchObject({ paths: ["a"] });
    expect(await cabinet.list("")).toEqual([await cabinet.get("wrapping-key")]);
  });
});

function storageOf(store: Map<string, string>): Storage {
  const target = {
    getItem: (key: string) => store.get(key) ?? null,
    removeItem: (key: string) => store.delete(key),
  };
  return new Proxy(target, {
    ownKeys: () => [...store.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as unknown as Storage;
}
