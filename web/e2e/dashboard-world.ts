import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { heldEvm, type ProfileRequest, type Signer } from "@idos/client";
import type { BrowserContext, Page } from "playwright-core";
import { launch } from "./browser.mjs";
import { injectEvm, type WalletSwitch } from "./evm-wallet.js";
import { TestIssuer } from "./issuer.js";
import { startNode, type TestNode } from "./node.js";
import { enclaveHeaders, securityHeaders, serve } from "./server.mjs";

const app = (name: string) => new URL(`../apps/${name}/dist`, import.meta.url).pathname;

/** Everything the dashboard lives among: a real node, an issuer, the enclave, a browser with a wallet. */
export type World = {
  readonly node: TestNode;
  readonly issuer: TestIssuer;
  readonly context: BrowserContext;
  readonly wallet: WalletSwitch;
  readonly signer: Signer;
  readonly dashboardUrl: string;
  /** What the dashboard's own `config.json` says. */
  readonly config: { readonly nodeUrls: readonly string[]; readonly issuerUrl: string };
  /** The profiles that pages asked the issuer for, newest last. */
  readonly profiles: readonly ProfileRequest[];
  close(): Promise<void>;
};

export async function openWorld({ args = [] }: { args?: string[] } = {}): Promise<World> {
  const node = await startNode();
  const issuer = await TestIssuer.at(node);
  const profiles: ProfileRequest[] = [];
  const desk = await issuerDesk(async (request) => {
    await issuer.createProfile(request);
    profiles.push(request);
  });
  const enclaveFiles: Record<string, string> = {};
  const enclave = await serve({
    root: app("enclave"),
    headers: enclaveHeaders([node.url]),
    files: enclaveFiles,
  });
  const enclaveUrl = `http://enclave.localhost:${enclave.port}`;
  const config = { nodeUrls: [node.url], enclaveUrl, issuerUrl: desk.url, developmentWallet: true };
  const connect = [node.url, desk.url];
  const secured = securityHeaders({ connect, frames: [enclaveUrl], images: ["data:", "blob:"] });
  const csp = secured["content-security-policy"].replace("idos-enclave", "idos-dashboard");
  const headers = { ...secured, "content-security-policy": csp };
  const dashboard = await serve({
    root: app("dashboard"),
    headers: () => ({ ...headers, "referrer-policy": "strict-origin-when-cross-origin" }),
    files: { "/config.json": JSON.stringify(config) },
  });
  const dashboardUrl = `http://dash.localhost:${dashboard.port}`;
  enclaveFiles["/config.json"] = JSON.stringify({ nodes: [node.url], dashboards: [dashboardUrl] });
  const browser = await launch({ viewport: { width: 1280, height: 800 }, extraArgs: args });
  const signer = heldEvm(randomBytes(32));
  const wallet = await injectEvm(browser.context, signer);
  return {
    node,
    issuer,
    context: browser.context,
    wallet,
    signer,
    dashboardUrl,
    config,
    profiles,
    close: async () => {
      await browser.close();
      await Promise.all([dashboard.close(), enclave.close(), desk.close()]);
      await node.stop();
    },
  };
}

/** The one address of an issuer that a page needs: it makes profiles. */
export async function issuerDesk(make: (request: ProfileRequest) => Promise<void>) {
  const server = createServer(async (request, response) => {
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "content-type",
    };
    if (request.method === "OPTIONS") {
      response.writeHead(204, cors).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const asked = JSON.parse(Buffer.concat(chunks).toString("utf8")) as ProfileRequest;
    try {
      await make(asked);
      response.writeHead(200, { ...cors, "content-type": "application/json" });
      response.end(JSON.stringify({ id: asked.id }));
    } catch (error) {
      response.writeHead(409, { ...cors, "content-type": "application/json" });
      response.end(JSON.stringify({ error: String(error) }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://acme.localhost:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Connects with the injected wallet. */
export async function connect(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: /Test wallet/ }).click();
}

/**
 * Does something that needs the enclave and returns its window. Where the browser still counts an
 * earlier click the window opens at once; else the button in the frame is pressed.
 */
export async function enclaveWindow(page: Page, act: () => Promise<void>): Promise<Page> {
  let isOpen = false;
  const opened = page.waitForEvent("popup").then((popup) => {
    isOpen = true;
    return popup;
  });
  await act();
  const frame = page.frameLocator("#idos-enclave-iframe");
  const button = frame.locator("button:visible:enabled").first();
  await Promise.race([opened, button.waitFor().catch(() => undefined)]);
  if (!isOpen) {
    await button.click({ timeout: 2_000 }).catch(() => undefined);
  }
  return opened;
}

/** Goes through the enclave's window that makes a key: a password, a picture, no backup now. */
export async function makeKey(popup: Page, password: string): Promise<void> {
  await popup.fill("#password", password);
  await popup.fill("#again", password);
  await popup.locator("#strength", { hasText: "good" }).waitFor();
  await popup.getByRole("button", { name: "Create my key" }).click();
  await popup.fill("#phrase", "amber otter");
  await popup.getByRole("button", { name: "Keep this picture" }).click();
  const gone = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Skip: I remember my password" }).click();
  await gone;
}

/** Says yes to every question of the enclave's window until it has gone. */
export async function agree(popup: Page): Promise<void> {
  const gone = new Promise<void>((resolve) => popup.once("close", () => resolve()));
  const next = async () => {
    while (!popup.isClosed()) {
      const all = popup.getByRole("checkbox").last();
      if (await all.isVisible()) {
        await all.check();
      }
      await popup.getByRole("button", { name: /^Let / }).click();
    }
  };
  await Promise.race([gone, next().catch(() => undefined)]);
  await gone;
}

/** Does something that may need the enclave, says yes to whatever it asks, and waits for the outcome. */
export async function agreeing<T>(
  page: Page,
  act: () => Promise<void>,
  outcome: () => Promise<T>,
): Promise<T> {
  const reached = outcome();
  void enclaveWindow(page, act)
    .then(agree)
    .catch(() => undefined); // an earlier yes may still hold: then no window opens
  return reached;
}

/** The ways a person uses any page of the dashboard. */
export const handsOn = (page: () => Page) => ({
  heading: (name: string) => page().getByRole("heading", { name, level: 1 }).waitFor(),
  go: (name: string) =>
    page()
      .getByRole("navigation")
      .getByRole("link", { name: new RegExp(`^${name}`) })
      .click(),
  press: (name: string | RegExp) => page().getByRole("button", { name, exact: true }).click(),
  confirm: (name: string) =>
    page().getByRole("alertdialog").getByRole("button", { name, exact: true }).click(),
});
