import { passwordKey, toBase64, toHex, toUtf8 } from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it } from "vitest";
import {
  ALICE,
  ALICE_KEY,
  ALICE_SECRET,
  alice,
  BANK,
  BOB,
  BOB_KEY,
  BOB_SECRET,
  declines,
  forAlice,
  KYC,
  opens,
  rowForAlice,
  unlockedWith,
  World,
} from "./people.js";

const asAlice = { userId: ALICE, expectedUserEncryptionPublicKey: ALICE_KEY };
const refusedWith = (code: string) => expect.objectContaining({ code });
const FIELD = {
  pick: { "credentialSubject.nationality": ["PT"] },
  omit: {},
  unreadable: "fail" as const,
};

describe("e01 a refusal", () => {
  it("keeps the key that is there", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    await world.enclave.handlers.ensureUserEncryptionProfile();
    await world.vault.withdraw(BANK);
    world.person = declines;
    await expect(world.enclave.handlers.ensureUserEncryptionProfile()).rejects.toEqual(
      refusedWith("declined"),
    );
    expect(await world.vault.find(ALICE, ALICE_KEY)).toBeDefined();
  });

  it("of another user's profile keeps both side by side", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    await world.enclave.handlers.ensureUserEncryptionProfile();
    await world.configure({ userId: BOB, expectedUserEncryptionPublicKey: BOB_KEY });
    await world.enclave.handlers.ensureUserEncryptionProfile();
    expect((await world.vault.profiles()).map(({ userId }) => userId).sort()).toEqual([BOB, ALICE]);
    await world.configure(asAlice);
    expect(await world.enclave.handlers.ensureUserEncryptionProfile()).toMatchObject({
      userId: ALICE,
      userEncryptionPublicKey: ALICE_KEY,
    });
    expect(world.kindsAsked()).toEqual(["unlock", "unlock"]);
  });

  it("is answered with the one word existing hosts compare", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    world.person = declines;
    await expect(world.enclave.handlers.ensureUserEncryptionProfile()).rejects.toThrow(/^closed$/);
    expect(await world.enclave.handlers.confirm("may I?")).toBe(false);
  });
});

describe("e02 a page", () => {
  it("that calls reset loses its own rights, and no key is lost", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    await world.enclave.handlers.ensureUserEncryptionProfile();
    await world.enclave.handlers.reset();
    expect(await world.vault.find(ALICE, ALICE_KEY)).toBeDefined();
    expect(await world.vault.consent(BANK, ALICE)).toBeUndefined();
    await expect(world.enclave.handlers.ensureUserEncryptionProfile()).rejects.toEqual(
      refusedWith("no-user"),
    );
  });

  it("asks for each field it wants to know about, once", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    await world.enclave.handlers.filterCredentials([rowForAlice()], FIELD);
    await world.enclave.handlers.filterCredentials([rowForAlice()], FIELD);
    const birth = { ...FIELD, pick: { "credentialSubject.dateOfBirth": ["1990-01-01"] } };
    await world.enclave.handlers.filterCredentials([rowForAlice()], birth);
    expect(world.kindsAsked()).toEqual(["unlock", "filter", "filter"]);
  });

  it("gets the survivors of a filter without content", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const rows = [rowForAlice("in"), rowForAlice("out", KYC.replace("PT", "DE"))];
    const kept = await world.enclave.handlers.filterCredentials(rows, FIELD);
    expect(kept.map(({ id, content }) => [id, content])).toEqual([["in", ""]]);
  });

  it("that says so gets the readable ones when others cannot be read", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const damaged = { ...rowForAlice("c"), content: toBase64(new Uint8Array(60)) };
    const rows = [rowForAlice("a"), rowForAlice("b", "no JSON"), damaged];
    const kept = await world.enclave.handlers.filterCredentials(rows, {
      ...FIELD,
      unreadable: "drop",
    });
    expect(kept.map(({ id }) => id)).toEqual(["a"]);
    await expect(world.enclave.handlers.filterCredentials(rows, FIELD)).rejects.toEqual(
      refusedWith("not-json"),
    );
  });

  it("that searches for a value by many questions is stopped", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const row = rowForAlice();
    const guess = (value: string) =>
      world.enclave.handlers.filterCredentials([row], {
        pick: { "credentialSubject.nationality": [value] },
        omit: {},
        unreadable: "fail",
      });
    for (let i = 0; i < 12; i++) {
      expect(await guess(`A${i}`)).toEqual([]);
    }
    await expect(guess("PT")).rejects.toEqual(refusedWith("limited"));
    expect(await guess("A0")).toEqual([]); // an old answer tells nothing new
    world.now += 10 * 60_000;
    expect(await guess("PT")).toHaveLength(1);
  });

  it("gets nothing decrypted for a filter that asks nothing", async () => {
    const world = await World.in();
    const rows = [rowForAlice()];
    const answer = await world.enclave.handlers.filterCredentials(rows, { ...FIELD, pick: {} });
    expect(answer).toEqual([{ ...rows[0], content: "" }]);
    expect(world.asked).toEqual([]);
  });

  it("leaves a trace of every question and every reading that nobody was asked about", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const { content, encryptorPublicKey } = forAlice();
    for (let i = 0; i < 2; i++) {
      await world.enclave.handlers.decrypt(content, encryptorPublicKey);
      await world.enclave.handlers.filterCredentials([rowForAlice()], FIELD);
    }
    expect((await world.vault.log()).map(({ what }) => what)).toEqual(["filtered", "read"]);
  });
});

describe("e05 a key", () => {
  it("that is not the profile's is refused and not kept", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    world.person = () => unlockedWith(ALICE, passwordKey("another password", ALICE));
    await expect(world.enclave.handlers.ensureUserEncryptionProfile()).rejects.toEqual(
      refusedWith("wrong-key"),
    );
    expect(await world.vault.profiles()).toEqual([]);
  });

  it("that does not belong to the public key beside it is refused", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    world.person = () => ({ ...unlockedWith(ALICE, BOB_SECRET), publicKey: ALICE_KEY }) as never;
    await expect(world.enclave.handlers.ensureUserEncryptionProfile()).rejects.toEqual(
      refusedWith("wrong-key"),
    );
    await expect(
      world.vault.keep(
        { userId: ALICE, publicKey: ALICE_KEY, passwordStore: "user", secret: BOB_SECRET },
        world.now + 1,
      ),
    ).rejects.toThrow("its own public key");
  });
});

describe("e06 a permission", () => {
  it("ends within a day, however long the key is kept", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    await world.enclave.handlers.ensureUserEncryptionProfile();
    world.now += 24 * 3_600_000;
    await world.enclave.handlers.ensureUserEncryptionProfile();
    expect(world.kindsAsked()).toEqual(["unlock", "unlock"]);
  });
});

describe("e10 a Stellar wallet", () => {
  it("can be configured, and its owner unlocks with a password", async () => {
    const world = await World.in();
    await world.configure({ ...asAlice, walletType: "Stellar", walletAddress: "GDDI" });
    expect(await world.enclave.handlers.ensureUserEncryptionProfile()).toMatchObject({
      userEncryptionPublicKey: ALICE_KEY,
    });
  });

  it("is refused clearly where key shares would be needed", async () => {
    const world = await World.in();
    await world.configure({ ...asAlice, encryptionPasswordStore: "mpc", walletType: "Stellar" });
    await expect(world.enclave.handlers.ensureUserEncryptionProfile()).rejects.toEqual(
      refusedWith("key-shares"),
    );
    expect(() => world.enclave.handlers.addAddressMessageToSign("a", null, "EVM")).toThrow(
      "key-share",
    );
  });
});

describe("e12 plaintext", () => {
  it("goes to a page only for the credentials the person ticked", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const [yes, no] = [forAlice(), forAlice('{"credentialSubject":{"ssn":"123456789"}}')];
    world.person = (ask) =>
      ask.kind === "read"
        ? { kind: "reads", reads: [toHex(sha256(yes.content)).slice(0, 32)] }
        : alice(ask);
    const [read, refused] = await Promise.allSettled([
      world.enclave.handlers.decrypt(yes.content, yes.encryptorPublicKey),
      world.enclave.handlers.decrypt(no.content, no.encryptorPublicKey),
    ]);
    expect(read).toMatchObject({ status: "fulfilled", value: toUtf8(KYC) });
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "declined" } });
    expect(world.kindsAsked()).toEqual(["unlock", "read"]);
  });

  it("is asked for again by every other credential", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const [one, two] = [forAlice(), forAlice()];
    await world.enclave.handlers.decrypt(one.content, one.encryptorPublicKey);
    await world.enclave.handlers.decrypt(one.content, one.encryptorPublicKey);
    await world.enclave.handlers.decrypt(two.content, two.encryptorPublicKey);
    expect(world.kindsAsked()).toEqual(["unlock", "read", "read"]);
  });

  it("may be allowed as a whole only to the person's own dashboard", async () => {
    const bank = await World.in();
    const dashboard = await World.in("https://dash.example", true);
    for (const world of [bank, dashboard]) {
      await world.configure(asAlice);
      const { content, encryptorPublicKey } = forAlice();
      await world.enclave.handlers.decrypt(content, encryptorPublicKey);
    }
    expect(bank.asked[1]).toMatchObject({ kind: "read", whole: false });
    expect(dashboard.asked[1]).toMatchObject({ kind: "read", whole: true });
  });

  it("is not in what a person is shown before the yes", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const { content, encryptorPublicKey } = forAlice();
    await world.enclave.handlers.decrypt(content, encryptorPublicKey);
    const shown = JSON.stringify(world.asked[1]);
    expect(shown).toContain("nationality");
    expect(shown).not.toContain("1990");
  });

  it("is in no error and no log", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const row = rowForAlice("c9", "the secret words");
    await expect(world.enclave.handlers.filterCredentials([row], FIELD)).rejects.toThrow(
      /^Credential c9 decrypted contents are not valid JSON$/,
    );
    expect(JSON.stringify(await world.vault.log())).not.toContain("secret words");
  });
});

describe("requestShare", () => {
  const consumerSecret = new Uint8Array(32).fill(9);
  const request = (row = rowForAlice()) => ({
    credentialId: row.id,
    credential: { ...row, public_notes: "", issuer_auth_public_key: "" },
    consumer: { identifier: "ab".repeat(32), encryptionPublicKey: keyOf(consumerSecret) },
    purpose: "open an account",
    lockedUntil: 1_900_000_000,
  });

  it("gives a copy that only the company opens, with the hash of the content", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const share = await world.enclave.handlers.requestShare(request());
    expect(share.contentHash).toBe(toHex(sha256(toUtf8(KYC))));
    expect(share.lockedUntil).toBe(1_900_000_000);
    expect(share.originalCredentialId).toBe("c1");
    const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
    const opened = opens(bytes(share.content), bytes(share.encryptorPublicKey), consumerSecret);
    expect(opened).toEqual(toUtf8(KYC));
    expect(opens(bytes(share.content), bytes(share.encryptorPublicKey), ALICE_SECRET)).toBeNull();
    expect(JSON.stringify(share)).not.toContain("nationality");
  });

  it("asks every time", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    await world.enclave.handlers.requestShare(request());
    await world.enclave.handlers.requestShare(request());
    expect(world.kindsAsked()).toEqual(["unlock", "share", "share"]);
  });

  it("shares nothing when the person says no, or for another credential than named", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    world.person = (ask) => (ask.kind === "share" ? declines() : alice(ask));
    await expect(world.enclave.handlers.requestShare(request())).rejects.toEqual(
      refusedWith("declined"),
    );
    await expect(
      world.enclave.handlers.requestShare({ ...request(), credentialId: "other" }),
    ).rejects.toEqual(refusedWith("bad-request"));
  });

  it("refuses a company's key that nobody can encrypt to", async () => {
    const world = await World.in();
    await world.configure(asAlice);
    const bad = request();
    bad.consumer.encryptionPublicKey = toBase64(new Uint8Array(32));
    await expect(world.enclave.handlers.requestShare(bad)).rejects.toEqual(
      refusedWith("bad-request"),
    );
  });

  it("refuses content that was not made for this key", async () => {
    const world = await World.in();
    await world.configure({ userId: BOB, expectedUserEncryptionPublicKey: BOB_KEY });
    await expect(world.enclave.handlers.requestShare(request())).rejects.toEqual(
      refusedWith("not-for-this-key"),
    );
  });
});

function keyOf(secret: Uint8Array): string {
  return toBase64(x25519.getPublicKey(secret));
}
