import type { Options } from "@idos/enclave";
import { open, passwordKey, seal, toBase64, toUtf8 } from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import type { Answer, Ask } from "../src/asks.js";
import { Enclave } from "../src/frame/enclave.js";
import { SignRelay } from "../src/frame/relay.js";
import { MemoryCabinet } from "../src/vault/cabinet.js";
import { publicKeyOf, Vault } from "../src/vault/vault.js";
import { TASKS } from "../src/workshop/tasks.js";

/** Test keys: never anybody's. */
export const ALICE = "9f51b3b2-4cbe-4c2b-8ea3-0b0c1b2f1a11";
export const BOB = "550e8400-e29b-41d4-a716-446655440000";
export const ALICE_SECRET = passwordKey("correct horse battery staple", ALICE);
export const ALICE_KEY = publicKeyOf(ALICE_SECRET);
export const BOB_SECRET = passwordKey("test-password-123!@#", BOB);
export const BOB_KEY = publicKeyOf(BOB_SECRET);
export const BANK = "https://bank.example";

export const KYC = JSON.stringify({
  level: "basic",
  credentialSubject: { id: "uuid:1", nationality: "PT", dateOfBirth: "1990-01-01" },
});

/** Content for Alice, as it comes from the network. */
export function forAlice(plaintext: string = KYC) {
  const { content, encryptorPublicKey } = seal(
    toUtf8(plaintext),
    x25519.getPublicKey(ALICE_SECRET),
  );
  return { content, encryptorPublicKey };
}

export function rowForAlice(id = "c1", plaintext: string = KYC) {
  const { content, encryptorPublicKey } = forAlice(plaintext);
  return { id, content: toBase64(content), encryptor_public_key: toBase64(encryptorPublicKey) };
}

export const opens = open;

/** An enclave in one page, a clock that stands still, and a person who answers by the script. */
export class World {
  now = Date.UTC(2026, 0, 1);
  readonly asked: Ask[] = [];
  readonly cabinet = new MemoryCabinet();
  person: (ask: Ask) => Answer = alice;

  private constructor(
    readonly enclave: Enclave,
    readonly vault: Vault,
  ) {}

  static async in(origin: string = BANK, isDashboard = false): Promise<World> {
    const cabinet = new MemoryCabinet();
    const holder: { world?: World } = {};
    const now = () => holder.world?.now ?? Date.UTC(2026, 0, 1);
    const vault = await Vault.open(cabinet, now);
    const enclave = new Enclave({
      origin,
      isDashboard,
      vault,
      relay: new SignRelay(() => undefined),
      ask: async (ask) => {
        holder.world?.asked.push(ask);
        const answer = holder.world?.person(ask);
        if (!answer) {
          throw new Error("nobody is there");
        }
        return answer;
      },
      work: async (order, given) => TASKS[order](given, () => undefined),
      now,
      kept: () => undefined,
    });
    holder.world = new World(enclave, vault);
    return holder.world;
  }

  async configure(options: Options): Promise<void> {
    await this.enclave.handlers.reconfigure(options);
  }

  kindsAsked(): string[] {
    return this.asked.map(({ kind }) => kind);
  }
}

/** Alice, who says yes to everything, with her own key. */
export function alice(ask: Ask): Answer {
  switch (ask.kind) {
    case "unlock":
      return unlockedWith(ask.userId, ask.userId === BOB ? BOB_SECRET : ALICE_SECRET);
    case "read":
      return { kind: "reads", reads: ask.items.map(({ fingerprint }) => fingerprint) };
    default:
      return { kind: "allowed" };
  }
}

export function unlockedWith(userId: string, secret: Uint8Array): Answer {
  return {
    kind: "unlocked",
    userId,
    publicKey: publicKeyOf(secret),
    passwordStore: "user",
    secret,
    until: Date.UTC(2026, 0, 8),
    lasting: true,
  };
}

export const declines = (): Answer => ({ kind: "declined" });
