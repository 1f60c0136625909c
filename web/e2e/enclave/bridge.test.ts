import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE_KEY, asAlice, button, credential, shareRequest, Visit, World } from "./world.js";

type Bridge = { call(method: string, ...args: unknown[]): Promise<unknown> };
type Page = {
  bridge: Bridge;
  EnclaveBridge: { open(settings: object): Promise<Bridge> };
};

/** The package as a page would load it: one file. */
async function bundle(): Promise<string> {
  const entry = new URL("../../packages/enclave/src/index.ts", import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry, formats: ["es"], fileName: "bridge" } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  return chunk?.type === "chunk" ? chunk.code : "";
}

describe("the bridge in a page", () => {
  let world: World;
  beforeAll(async () => {
    const start =
      'import { EnclaveBridge } from "/bridge.js"; Object.assign(window, { EnclaveBridge });';
    const files = { "/bridge.js": await bundle(), "/start.js": start };
    world = await World.open("default", { files });
  });
  afterAll(() => world.close());

  it("shows the frame only while a click is needed, and brings a share back", async () => {
    const page = await world.context.newPage();
    await page.goto(world.site("bank"));
    await page.addScriptTag({ url: "/start.js", type: "module" });
    await page.waitForFunction(() => "EnclaveBridge" in window);
    await page.evaluate(
      async ([url, options]) => {
        const { EnclaveBridge } = window as never as Page;
        const bridge = await EnclaveBridge.open({ container: "#idos", url, options });
        Object.assign(window, { bridge });
      },
      [`${world.enclave}/`, asAlice] as const,
    );
    const visit = new Visit(page, world.enclave);
    const isShown = () => page.locator("#idos.visible").count();
    expect(await isShown()).toBe(0);
    const share = page.evaluate(
      (request) => (window as never as Page).bridge.call("requestShare", request),
      shareRequest(credential("c1")),
    );
    await page.locator("#idos.visible").waitFor();
    const popup = await visit.press();
    await popup.fill("#password", "correct horse battery staple");
    await button(popup, "Unlock").click();
    await button(popup, "Keep this picture").click();
    await button(popup, "Share with Nova Bank").click();
    expect(await share).toMatchObject({ originalCredentialId: "c1", publicNotes: "" });
    expect(await isShown()).toBe(0);
    const profile = await page.evaluate(() =>
      (window as never as Page).bridge.call("ensureUserEncryptionProfile"),
    );
    expect(profile).toMatchObject({ userEncryptionPublicKey: ALICE_KEY });
  });

  it("says with a code that the enclave is not there", async () => {
    const page = await world.context.newPage();
    await page.goto(world.site("bank"));
    await page.addScriptTag({ url: "/start.js", type: "module" });
    await page.waitForFunction(() => "EnclaveBridge" in window);
    const code = await page.evaluate(async () => {
      const { EnclaveBridge } = window as never as Page;
      return EnclaveBridge.open({ container: "#nowhere", url: location.href }).catch(
        (error: { code: string }) => error.code,
      );
    });
    expect(code).toBe("bad-request");
  });
});
