import {
  type ActionExecution,
  type EncodedValue,
  encodeActionCall,
  encodeActionExecution,
  fromHex,
  loginText,
  toBase64,
  toHex,
  toUtf8,
  transactionBytes,
  transactionText,
} from "@idos/protocol";
import * as v from "valibot";
import { distrusted, IdosError, refused } from "./failure.js";
import { sha256Of } from "./hash.js";
import { type Nodes, parsed } from "./rpc.js";
import type { Signer } from "./signer.js";
import { nextTurn } from "./turns.js";

const Offer = v.object({
  nonce: v.string(),
  statement: v.string(),
  issue_at: v.string(),
  expiration_time: v.string(),
  chain_id: v.string(),
  domain: v.string(),
  version: v.string(),
  uri: v.string(),
});
const Opened = v.object({ result: v.literal("ok"), session: v.string() });
const Rows = v.object({
  query_result: v.object({
    column_names: v.nullable(v.array(v.string())),
    values: v.nullable(v.array(v.array(v.unknown()))),
  }),
  error: v.nullish(v.string()),
  refusal: v.nullish(v.number()),
});
const Account = v.object({ nonce: v.number() });
const Executed = v.object({
  tx_hash: v.string(),
  result: v.object({
    code: v.number(),
    log: v.optional(v.string()),
    refusal: v.optional(v.number()),
  }),
});

const LOGIN_STATEMENT = "idOS node login";
const LOGIN_URI = "idos:login";
const NONCE_WRONG = 4;
const KEY_TYPES = {
  secp256k1_ep: "secp256k1",
  ed25519: "ed25519",
  nep413: "ed25519",
  sep53: "ed25519",
};

const NOBODY = { authType: "secp256k1_ep", sender: new Uint8Array() } as const;

/** A row of a view: column name to value, as the wire has it. */
export type Row = Readonly<Record<string, unknown>>;

/** Asks a view without a login: the answer may not depend on who asks. */
export async function callOpenly(
  nodes: Nodes,
  action: string,
  args: readonly EncodedValue[],
  /** A caller that is only asserted: enough where the answer is public. */
  caller: Pick<Signer, "authType" | "sender"> = NOBODY,
): Promise<Row[]> {
  const params = callParams(action, args, caller);
  return rowsOf(await nodes.ask("user.call", params));
}

/** A wallet that is logged in. Logins are per node; another node is logged in to when it is needed. */
export class Session {
  private readonly tokens = new Map<string, string>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly nodes: Nodes,
    readonly chainId: string,
    readonly signer: Signer,
  ) {}

  /** Logs in at the first node that answers. */
  async logIn(): Promise<void> {
    await this.authenticated(async () => undefined);
  }

  /** Asks a view as this wallet. */
  async call(action: string, ...args: EncodedValue[]): Promise<Row[]> {
    return this.authenticated(async (url, token) =>
      rowsOf(
        await this.nodes.askOne(url, "user.call", callParams(action, args, this.signer), token),
      ),
    );
  }

  /** Runs an action and waits until it is committed. One at a time: nonces follow each other. */
  execute(description: string, action: string, ...args: EncodedValue[]): Promise<string> {
    const run = this.queue.then(() => this.executeNow(description, action, args));
    this.queue = run.catch(() => undefined);
    return run;
  }

  /** Ends the login at every node that knows it. */
  async logOut(): Promise<void> {
    for (const [url, token] of this.tokens) {
      this.tokens.delete(url);
      await this.nodes
        .askOne(url, "kgw.logout", { account: toHex(this.signer.sender) }, token)
        .catch(() => undefined); // it ends by itself; being offline must not keep a person logged in here
    }
  }

  private async executeNow(
    description: string,
    action: string,
    args: readonly EncodedValue[],
  ): Promise<string> {
    const execution: ActionExecution = { namespace: "main", action, calls: [args] };
    const payload = encodeActionExecution(execution);
    await nextTurn();
    const digest = toHex((await sha256Of(payload)).subarray(0, 20));
    for (let attempt = 1; ; attempt++) {
      const nonce = BigInt(await this.nextNonce());
      const body = {
        description,
        payload,
        payloadType: "execute",
        fee: 0n,
        nonce,
        chainId: this.chainId,
      };
      const signature = await this.signer.sign(toUtf8(transactionText(body, digest)));
      const { authType, sender } = this.signer;
      const signed = { body, serialization: "concat", authType, signature, sender };
      const whole = transactionBytes(signed);
      await nextTurn();
      const hash = toHex(await sha256Of(whole));
      const tx = {
        body: {
          desc: description,
          payload,
          type: body.payloadType,
          fee: "0",
          nonce: Number(nonce),
          chain_id: this.chainId,
        },
        signature: { sig: toBase64(signature), type: authType },
        serialization: "concat",
        sender: toHex(sender),
      };
      try {
        return executed(await this.nodes.ask("user.broadcast", { tx, sync: 1 }), hash);
      } catch (error) {
        // Another page of the same person was faster: sign again, once, with the nonce after it.
        const lostTheRace =
          error instanceof IdosError &&
          error.failure.kind === "refused" &&
          (error.failure.code === NONCE_WRONG || error.failure.code === 1004);
        if (!lostTheRace || attempt === 2) {
          throw error;
        }
      }
    }
  }

  private async nextNonce(): Promise<number> {
    const { authType, sender } = this.signer;
    const keyType =
      authType === "xrpl" ? (sender[0] === 0xed ? "ed25519" : "secp256k1") : KEY_TYPES[authType];
    const id = { identifier: toHex(sender), key_type: keyType };
    return parsed(Account, await this.nodes.ask("user.account", { id, status: 1 })).nonce + 1;
  }

  /** Does something at the first well node, logging in there first when that is still to be done. */
  private async authenticated<T>(use: (url: string, token: string) => Promise<T>): Promise<T> {
    let last: unknown;
    for (const url of this.nodes.inOrder()) {
      try {
        return await this.atNode(url, use);
      } catch (error) {
        if (!(error instanceof IdosError) || error.failure.kind !== "unavailable") {
          throw error;
        }
        last = error;
      }
    }
    throw last;
  }

  private async atNode<T>(
    url: string,
    use: (url: string, token: string) => Promise<T>,
  ): Promise<T> {
    const known = this.tokens.get(url);
    if (known !== undefined) {
      try {
        return await use(url, known);
      } catch (error) {
        if (!(error instanceof IdosError) || error.failure.kind !== "signed-out") {
          throw error;
        }
        this.tokens.delete(url);
      }
    }
    const token = await this.open(url);
    this.tokens.set(url, token);
    return use(url, token);
  }

  private async open(url: string): Promise<string> {
    const offer = parsed(Offer, await this.nodes.askOne(url, "kgw.authn_param", {}));
    // A node that offers another text could have this wallet sign something else.
    if (
      offer.domain !== url ||
      offer.chain_id !== this.chainId ||
      offer.statement !== LOGIN_STATEMENT ||
      offer.uri !== LOGIN_URI ||
      /[\r\n]/.test(offer.nonce + offer.issue_at + offer.expiration_time)
    ) {
      throw distrusted("the node offers a login for another address or network");
    }
    const text = loginText({
      domain: url,
      statement: LOGIN_STATEMENT,
      uri: LOGIN_URI,
      chainId: this.chainId,
      nonce: offer.nonce,
      issueAt: offer.issue_at,
      expirationTime: offer.expiration_time,
    });
    const signature = await this.signer.sign(toUtf8(text));
    const opened = await this.nodes.askOne(url, "kgw.authn", {
      nonce: offer.nonce,
      sender: toHex(this.signer.sender),
      signature: { sig: toBase64(signature), type: this.signer.authType },
    });
    return parsed(Opened, opened).session;
  }
}

function callParams(
  action: string,
  args: readonly EncodedValue[],
  caller: Pick<Signer, "authType" | "sender">,
): object {
  return {
    body: { payload: encodeActionCall({ namespace: "main", action, args }) },
    auth_type: caller.authType,
    sender: toHex(caller.sender),
    signature: "",
  };
}

function rowsOf(answer: unknown): Row[] {
  const { query_result: table, error, refusal } = parsed(Rows, answer);
  if (typeof error === "string" && error !== "") {
    throw refused(refusal ?? 0, error);
  }
  const names = table.column_names ?? [];
  return (table.values ?? []).map((values) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]])),
  );
}

function executed(answer: unknown, expectedHash: string): string {
  const { tx_hash: hash, result } = parsed(Executed, answer);
  if (hash !== expectedHash || fromHex(hash).length !== 32) {
    throw distrusted("the node answers for another transaction");
  }
  if (result.code !== 0) {
    throw refused(result.refusal ?? result.code, (result.log ?? "").replace(/^.*ERROR: /s, ""));
  }
  return hash;
}
