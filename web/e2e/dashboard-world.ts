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
  /** The profiles that pages asked the issuer for, newest last. */
  readonly profiles: readonly ProfileRequest[];
  close(): Promise<void>;
};

export async function openWorld(): Promise<World> {
  const node = await startNode();
  const issuer = await TestIssuer.at(node);
  const profiles: ProfileRequest[] = [];
  const desk = await issuerDesk(async (request) => {
    await issuer.createProfile(request);
    profiles.push(request);
  });
  const enclave = await serve({
    root: app("enclave"),
    headers: enclaveHeaders([node.url]),
    files: { "/config.json": JSON.stringify({ nodes: [node.url] }) },
  });
  const enclaveUrl = `http://enclave.localhost:${enclave.port}`;
  const config = { nodeUrls: [node.url], enclaveUrl, issuerUrl: desk.url, developmentWallet: true };
  const connect = [node.url, desk.url];
  const headers = securityHeaders({ connect, frames: [enclaveUrl], images: ["data:", "blob:"] });
  const dashboard = await serve({
    root: app("dashboard"),
    headers: () => ({ ...headers, "referrer-policy": "strict-origin-when-cross-origin" }),
    files: { "/config.json": JSON.stringify(config) },
  });
  const browser = await launch({ viewport: { width: 1280, height: 800 } });
  const signer = heldEvm(randomBytes(32));
  const wallet = await injectEvm(browser.context, signer);
  return {
    node,
    issuer,
    context: browser.context,
    wallet,
    signer,
    dashboardUrl: `http://dash.localhost:${dashboard.port}`,
    profiles,
    close: async () => {
      await browser.close();
      await Promise.all([dashboard.close(), enclave.close(), desk.close()]);
      await node.stop();
    },
  };
}

/** The one address of an issuer that a page needs: it makes profiles. */
async function issuerDesk(make: (request: ProfileRequest) => Promise<void>) {
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

/** Presses the button in the enclave's frame and returns the window that it opens. */
export async function enclaveWindow(page: Page): Promise<Page> {
  const opened = page.waitForEvent("popup");
  await page.frameLocator("#idos-enclave-iframe").getByRole("button").first().click();
  return opened;
}

/** Says yes in the enclave's window, whatever it asks, and waits until it has gone. */
export async function press(popup: Page, name: string | RegExp): Promise<void> {
  await popup.getByRole("button", { name }).click();
}
