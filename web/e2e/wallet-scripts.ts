/** What a page's wallet passes on to the test that holds its keys. */
export type Asked = { readonly method: string; readonly params: readonly unknown[] };
export type Reply = string | readonly unknown[] | Readonly<Record<string, string>>;

/**
 * Runs in the page before anything else: puts one wallet there, with the words its extension uses.
 * It must not need anything from outside itself.
 */
export function install({ kind, binding }: { kind: string; binding: string }): void {
  type Answer = { readonly refused?: true; readonly reply?: unknown };
  type Data = Readonly<Record<string, unknown>>;
  const ask = (method: string, ...params: unknown[]) =>
    (globalThis as unknown as Record<string, (asked: object) => Promise<Answer>>)[binding]?.({
      method,
      params,
    }) ?? Promise.reject(new Error("no wallet"));
  const given = async (no: object, method: string, ...params: unknown[]): Promise<unknown> => {
    const { refused, reply } = await ask(method, ...params);
    if (refused) {
      throw no;
    }
    return reply;
  };
  const talk = (answer: (data: Data) => Promise<object | null>) =>
    addEventListener("message", async (event: MessageEvent<Data>) => {
      const reply = event.source === window ? await answer(event.data) : null;
      if (reply) {
        postMessage(reply, location.origin);
      }
    });
  const rejected = Object.assign(new Error("User rejected the request."), { code: 4001 });
  const provider = {
    request: ({ method, params = [] }: { method: string; params?: readonly unknown[] }) =>
      given(rejected, method, ...params),
  };
  const wallets: Record<string, () => void> = {
    evm: () => {
      const uuid = "11111111-2222-4333-8444-555555555555";
      const info = { uuid, name: "Test wallet", rdns: "test.wallet" };
      const detail = Object.freeze({ info, provider });
      const say = () => dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
      addEventListener("eip6963:requestProvider", say);
      say();
    },
    ethereum: () => {
      Object.assign(window, { ethereum: provider });
    },
    near: () => {
      const no = new Error("User cancelled the action");
      const manifest = { id: "test-near", name: "Test", version: "1.0.0", type: "injected" };
      const wallet = {
        manifest: { ...manifest, permissions: {}, features: { signMessage: true } },
        signIn: () => given(no, "accounts"),
        getAccounts: () => given(no, "accounts"),
        signOut: async () => undefined,
        signMessage: (asked: { message: string; recipient: string; nonce: Uint8Array }) =>
          given(no, "signMessage", asked.message, asked.recipient, [...asked.nonce]),
      };
      const say = () => dispatchEvent(new CustomEvent("near-wallet-injected", { detail: wallet }));
      addEventListener("near-selector-ready", say);
      say();
    },
    crossmark: () => {
      Object.assign(window, { xrpl: { isCrossmark: true } });
      talk(async (data) => {
        if (data["app"] !== "crossmark" || data["type"] !== "request") {
          return null;
        }
        const { hex } = data["data"] as { hex: string };
        const message = new TextDecoder().decode(
          Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16)),
        );
        const { refused, reply } = await ask("sign", message);
        const answer = refused ? { meta: { isRejected: true } } : reply;
        const response = { type: "response", id: data["id"], data: answer };
        return { app: "crossmark", type: "response", request: data, response };
      });
    },
    gemwallet: () =>
      talk(async (data) => {
        if (data["source"] !== "GEM_WALLET_MSG_REQUEST") {
          return null;
        }
        const head = { source: "GEM_WALLET_MSG_RESPONSE", messagedId: data["messageId"] };
        if (data["type"] === "REQUEST_IS_INSTALLED/V3") {
          return { ...head, isInstalled: true };
        }
        const { message } = (data["payload"] ?? {}) as { message?: string };
        const { refused, reply } =
          message === undefined ? await ask("account") : await ask("sign", message);
        const { signature, ...account } = (reply ?? {}) as Record<string, string>;
        const result = signature === undefined ? account : { signedMessage: signature };
        return { ...head, type: "response", result: refused ? null : result };
      }),
    freighter: () =>
      talk(async (data) => {
        if (data["source"] !== "FREIGHTER_EXTERNAL_MSG_REQUEST") {
          return null;
        }
        const head = { source: "FREIGHTER_EXTERNAL_MSG_RESPONSE", messagedId: data["messageId"] };
        if (data["type"] === "REQUEST_CONNECTION_STATUS") {
          return { ...head, isConnected: true };
        }
        const isSigning = data["type"] === "SUBMIT_BLOB";
        const { refused, reply } = isSigning
          ? await ask("sign", data["blob"])
          : await ask("account");
        if (refused) {
          return { ...head, apiError: { code: -4, message: "The user rejected this request." } };
        }
        return { ...head, ...(isSigning ? { signedBlob: reply } : { publicKey: reply }) };
      }),
    custom: () => {
      Object.assign(window, {
        customWallet: {
          key: () => given(new Error("declined"), "account"),
          sign: (message: string) => given(new Error("declined"), "sign", message),
        },
      });
    },
  };
  wallets[kind]?.();
}
