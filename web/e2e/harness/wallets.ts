import {
  askedWallets,
  configure,
  customEd25519,
  developmentWallet,
  EnclaveBridge,
  EnclaveError,
  handToIssuer,
  IdosError,
  type LoggedIn,
  type WalletChoice,
  type WithSigner,
  type WriteGrantTerms,
  walletProblem,
  watchWallets,
} from "@idos/client";
import { fromHex, fromUtf8 } from "@idos/protocol";

/** A page that uses the client as any site does; a test presses its buttons by name. */

type Custom = { key(): Promise<string>; sign(message: string): Promise<string> };
type Settings = { nodeUrls: string[]; chainId?: string; enclaveUrl: string; issuerUrl: string };

const found: WalletChoice[] = [];
watchWallets((wallet) => found.push(wallet));

const custom: WalletChoice = {
  id: "custom",
  name: "FaceSign",
  walletType: "FaceSign",
  connect: async () => {
    const wallet = (window as unknown as { customWallet: Custom }).customWallet;
    const key = await wallet.key().catch((thrown) => {
      throw walletProblem(thrown);
    });
    return customEd25519(fromHex(key), async (message) =>
      fromHex(await wallet.sign(fromUtf8(message))),
    );
  },
};
const choices = () => [...found, ...askedWallets, custom, developmentWallet("Development wallet")];

let settings: Settings | undefined;
let enclave: EnclaveBridge | undefined;
let withSigner: WithSigner | undefined;
let me: LoggedIn | undefined;

function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("asked too early");
  }
  return value;
}

const steps = {
  start: async (given: Settings) => {
    settings = given;
    enclave ??= await EnclaveBridge.open({ container: "#idos", url: given.enclaveUrl });
  },
  found: async () => found.map(({ id }) => id),
  connect: async (id: string) => {
    const { nodeUrls, chainId } = present(settings);
    const choice = present(choices().find((each) => each.id === id));
    const signer = await choice.connect();
    const idle = await configure({ nodeUrls, chainId }).connect();
    withSigner = idle.withSigner(signer);
    return signer.address;
  },
  hasProfile: async () => present(withSigner).hasProfile(),
  makeProfile: async () => {
    const request = await present(withSigner).requestProfile(present(enclave));
    await handToIssuer(present(settings).issuerUrl, request);
    return { id: request.id, encryptionKey: request.key.encryptionKey };
  },
  logIn: async () => {
    me = (await present(withSigner).logIn()) ?? undefined;
    return me?.profile.id ?? null;
  },
  list: async () => (await present(me).credentials.list()).map(({ id }) => id),
  filter: async (wanted: Parameters<LoggedIn["credentials"]["filter"]>[0]) =>
    (await present(me).credentials.filter(wanted, present(enclave))).map(({ id }) => id),
  addOwn: async (content: object) =>
    present(me).credentials.addOwn(content, { type: "own" }, present(enclave)),
  addOwnOf: async (length: number) => {
    const file = "x".repeat(length);
    await present(me).credentials.addOwn({ file }, { type: "own" }, present(enclave));
    return length;
  },
  addAttribute: async (key: string, value: string) => present(me).attributes.add(key, value),
  attributes: async () => (await present(me).attributes.list()).map(({ value }) => value),
  share: async (asked: Parameters<LoggedIn["sharing"]["request"]>[0]) =>
    present(me).sharing.request(asked, present(enclave)),
  given: async () => (await present(me).sharing.given()).map(({ grantee }) => grantee),
  open: async (id: string) => fromUtf8(await present(me).credentials.open(id, present(enclave))),
  openLength: async (id: string) =>
    (await present(me).credentials.open(id, present(enclave))).length,
  writeGrant: async (terms: WriteGrantTerms) =>
    present(me).papers.signWriteGrant(terms, present(enclave)),
  accessGrant: async (...paper: Parameters<LoggedIn["papers"]["signAccessGrant"]>) =>
    present(me).papers.signAccessGrant(...paper),
} satisfies Record<string, (...given: never[]) => Promise<unknown>>;

export type Steps = typeof steps;

/** What became of a step, as a value: a thrown error would lose its members on the way out. */
export type Outcome = { readonly value?: unknown; readonly failure?: object };

async function step(name: keyof Steps, ...given: unknown[]): Promise<Outcome> {
  try {
    return { value: await (steps[name] as (...given: unknown[]) => Promise<unknown>)(...given) };
  } catch (error) {
    if (error instanceof IdosError) {
      return { failure: error.failure };
    }
    const code = error instanceof EnclaveError ? error.code : `page: ${error}`;
    return { failure: { kind: "enclave", code } };
  }
}

Object.assign(window, { step });
