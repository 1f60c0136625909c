import { randomBytes } from "node:crypto";
import { configure, heldEd25519, Session, type SignedAccessGrant } from "@idos/client";
import {
  fromBase64,
  fromUtf8,
  int8Value,
  open,
  textValue,
  toBase64,
  uuidValue,
} from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { expect } from "vitest";
import { enclaveWindow, issuerDesk } from "./dashboard-world.js";
import type { Outcome, Steps } from "./harness/wallets.js";
import { TestIssuer } from "./issuer.js";
import { startNode, type TestNode } from "./node.js";
import { enclaveHeaders, read, serve } from "./server.mjs";

export const PASSWORD = "seven copper badgers hum";

/** A real node, an issuer, the enclave, and a site whose page uses the client. */
export class WalletWorld {
  private constructor(
    readonly node: TestNode,
    readonly issuer: TestIssuer,
    readonly site: string,
    readonly settings: Settings,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<WalletWorld> {
    const node = await startNode();
    const issuer = await TestIssuer.at(node);
    const desk = await issuerDesk((request) => issuer.createProfile(request));
    const enclave = await serve({
      root: new URL("../apps/enclave/dist", import.meta.url).pathname,
      headers: enclaveHeaders([node.url]),
      files: { "/config.json": JSON.stringify({ nodes: [node.url] }) },
    });
    const harness = new URL("harness/", import.meta.url).pathname;
    const host = await read(`${harness}host.html`);
    const page = host.replace(
      '<script src="/host.js"></script>',
      '<script type="module" src="/wallets.js"></script>',
    );
    const files = { "/index.html": page, ...(await bundle()) };
    const site = await serve({ root: harness, files });
    const settings = {
      nodeUrls: [node.url],
      enclaveUrl: `http://enclave.localhost:${enclave.port}`,
      issuerUrl: desk.url,
    };
    const url = `http://shop.localhost:${site.port}`;
    return new WalletWorld(node, issuer, url, settings, async () => {
      await Promise.all([enclave.close(), site.close(), desk.close()]);
      await node.stop();
    });
  }

  async visit(context: BrowserContext, change: Partial<Settings> = {}): Promise<WalletVisit> {
    const page = await context.newPage();
    await page.goto(this.site);
    await page.waitForFunction(() => "step" in window);
    const visit = new WalletVisit(page);
    expect(await visit.step("start", { ...this.settings, ...change })).toEqual({});
    return visit;
  }

  /** What a company finds in a copy that was shared with it. */
  async readAs(company: Company, copyId: string): Promise<string> {
    const idle = await configure({ nodeUrls: [this.node.url] }).connect();
    const session = new Session(idle.nodes, idle.chainId, company.signer);
    const [row] = await session.call("get_credential_shared", uuidValue(copyId));
    const [content, sender] = [row?.["content"], row?.["encryptor_public_key"]].map(String);
    const plaintext = open(fromBase64(content ?? ""), fromBase64(sender ?? ""), company.secret);
    return fromUtf8(plaintext ?? expect.fail("the company cannot open its copy"));
  }
}

/** A company brings a person's paper to the network. */
export async function submit(node: TestNode, { signer }: Company, paper: SignedAccessGrant) {
  const idle = await configure({ nodeUrls: [node.url] }).connect();
  await new Session(idle.nodes, idle.chainId, signer).execute(
    "Create an Access Grant in idOS",
    "create_ag_by_dag_for_copy",
    textValue(paper.owner),
    textValue(paper.grantee),
    uuidValue(paper.dataId),
    int8Value(paper.lockedUntil),
    textValue(paper.contentHash),
    textValue(paper.signature),
  );
}

type Settings = {
  readonly nodeUrls: readonly string[];
  readonly chainId?: string;
  readonly enclaveUrl: string;
  readonly issuerUrl: string;
};

/** A company nobody has registered. */
export function aCompany() {
  const signer = heldEd25519(randomBytes(32));
  const secret = x25519.utils.randomSecretKey();
  const encryptionPublicKey = toBase64(x25519.getPublicKey(secret));
  return { signer, secret, consumer: { identifier: signer.identifier, encryptionPublicKey } };
}
export type Company = ReturnType<typeof aCompany>;

/** One page of the site, and the person in front of it. */
export class WalletVisit {
  constructor(readonly page: Page) {}

  /** Does one step as the page would. What comes of it is a value, never a throw. */
  step(name: keyof Steps, ...given: unknown[]): Promise<Outcome> {
    return this.page.evaluate(
      ([which, args]) => {
        const { step } = window as never as { step(...all: unknown[]): Promise<Outcome> };
        return step(which, ...args);
      },
      [name, given] as const,
    );
  }

  /** Does a step for which the person answers in the enclave's window. */
  async asked(
    answer: (popup: Page) => Promise<void>,
    ...of: Parameters<WalletVisit["step"]>
  ): Promise<Outcome> {
    const begun: { outcome?: Promise<Outcome> } = {};
    const popup = await enclaveWindow(this.page, async () => {
      begun.outcome = this.step(...of);
      begun.outcome.catch(() => undefined); // a page that is closed answers nothing
    });
    await popup.bringToFront();
    const gone = new Promise<void>((resolve) => popup.once("close", () => resolve()));
    await answer(popup);
    const outcome = await begun.outcome;
    await gone;
    return outcome ?? expect.fail("the step was not begun");
  }

  /** Has an issuer make a profile, with a new key. */
  async makeProfile(): Promise<{ id: string; encryptionKey: string }> {
    const outcome = await this.asked(createKey, "makeProfile");
    expect(outcome).toHaveProperty("value.id");
    return outcome.value as { id: string; encryptionKey: string };
  }
}

/** Makes a key in the enclave's window. */
export async function createKey(popup: Page): Promise<void> {
  await popup.fill("#password", PASSWORD);
  await popup.fill("#again", PASSWORD);
  await popup.locator("#strength", { hasText: "good" }).waitFor();
  await popup.getByRole("button", { name: "Create my key" }).click();
  await popup.getByRole("button", { name: "Keep this picture" }).click();
  await popup.getByRole("button", { name: "Skip: I remember my password" }).click();
}

export const agreeToShare = (popup: Page) =>
  popup.getByRole("button", { name: /^Share with/ }).click();

/** The client and the page's own script, as a bundler would make them. */
async function bundle(): Promise<Record<string, string>> {
  const entry = new URL("harness/wallets.ts", import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry, formats: ["es"], fileName: "wallets" } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    "output" in each ? each.output : [],
  );
  return Object.fromEntries(
    outputs.flatMap((file) => (file.type === "chunk" ? [[`/${file.fileName}`, file.code]] : [])),
  );
}
