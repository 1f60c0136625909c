import { randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { heldEvm, keyStatementText } from "@idos/client";
import { toBase64 } from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./browser.mjs";
import { injectEvm, type WalletSwitch } from "./evm-wallet.js";
import { TestIssuer } from "./issuer.js";
import { startNode, type TestNode } from "./node.js";
import { read, serve } from "./server.mjs";

const built = new URL("../packages/client/dist/browser/", import.meta.url);
const person = heldEvm(randomBytes(32));

let node: TestNode;
let browser: Awaited<ReturnType<typeof launch>>;
let wallet: WalletSwitch;
let cdn: Awaited<ReturnType<typeof serve>>;
let shop: Awaited<ReturnType<typeof serve>>;
let page: Page;
const said: string[] = [];
/** What the host of the file serves instead of what was built. */
const cdnFiles: Record<string, Buffer> = {};

/** A third site: its own plain page, a strict policy, and the drop-in file from another host. */
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), launch()]);
  wallet = await injectEvm(browser.context, person);
  cdn = await serve({
    root: built.pathname,
    headers: () => ({
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    }),
    files: cdnFiles,
  });
  const host = `http://cdn.localhost:${cdn.port}`;
  const example = await read(new URL("example.html", built).pathname);
  const html = example
    .replace('src="idos-connect.js"', `src="${host}/idos-connect.js"`)
    .replace("http://localhost:8484", node.url);
  const policy = `default-src 'none'; script-src 'self' ${host}; connect-src ${node.url}; require-trusted-types-for 'script'`;
  shop = await serve({
    root: built.pathname,
    headers: () => ({ "content-security-policy": policy }),
    files: { "/index.html": html },
  });
  page = await browser.context.newPage();
  page.on("console", (message) => said.push(message.text()));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([cdn?.close(), shop?.close(), node?.stop()]);
});

const visit = async () => {
  said.length = 0;
  await page.goto(`http://shop.localhost:${shop.port}`);
};
/** Its inside is closed to the page, so it is used as people do: by mouse and keyboard. */
const connect = async () => {
  await page.locator("idos-connect").click({ position: { x: 20, y: 20 } });
  await page.keyboard.press("Enter"); // the first wallet of the list has the focus
};

describe("<idos-connect> in a page without a bundler", () => {
  it("runs_the_one_file_whose_hash_the_page_names_and_connects_a_wallet", async () => {
    await visit();
    await page.getByRole("heading", { name: "What this page says" }).waitFor();
    const hash = (await read(new URL("idos-connect.js.integrity", built).pathname)).trim();
    expect(await page.locator("pre").innerText()).toContain(`integrity="${hash}"`);
    await connect();
    await page.getByText(`${person.address} has no profile yet.`).waitFor();
  });

  it("logs_a_person_with_a_profile_in", async () => {
    const id = randomUUID();
    const statement = {
      subject: `profile ${id}`,
      encryptionKey: toBase64(x25519.getPublicKey(randomBytes(32))),
      walletType: person.walletType,
      address: person.address,
      publicKey: person.publicKey,
      network: (await TestIssuer.at(node)).network,
    };
    const signature = await person.proof(keyStatementText(statement));
    const request = { id, key: { ...statement, signature }, passwordStore: "user" } as const;
    await (await TestIssuer.at(node)).createProfile(request);
    await connect();
    await page.getByText(`Logged in as ${person.address}.`).waitFor();
  });

  it("says_so_when_the_wallet_refuses_and_can_be_tried_again", async () => {
    wallet.refuses = true;
    await connect();
    await page.getByText("Nobody is connected.").waitFor();
    wallet.refuses = false;
    await connect();
    await page.getByText("Logged in as").waitFor();
    expect(said.filter((text) => /Content Security Policy|Trusted/i.test(text))).toEqual([]);
  });

  it("is_refused_by_the_browser_when_one_byte_has_changed", async () => {
    const changed = await readFile(new URL("idos-connect.js", built));
    changed.writeUInt8(changed.readUInt8(changed.length - 2) ^ 1, changed.length - 2);
    cdnFiles["/idos-connect.js"] = changed;
    await visit();
    await expect.poll(() => said.join("\n")).toMatch(/digest.*integrity/i);
    expect(await page.evaluate(() => customElements.get("idos-connect") === undefined)).toBe(true);
  });
});
