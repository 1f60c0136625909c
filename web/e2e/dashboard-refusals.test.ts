import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { heldEvm } from "@idos/client";
import { toBase64 } from "@idos/protocol";
import { x25519 } from "@noble/curves/ed25519.js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  agreeing,
  connect,
  enclaveWindow,
  handsOn,
  makeKey,
  openWorld,
  type World,
} from "./dashboard-world.js";
import { look } from "./look.js";
import { elsewhere, shareWithStranger } from "./owner.js";

const HOSTILE = '"><img src=x onerror=alert(1)>.html';

let world: World;
let page: Page;

beforeAll(async () => {
  world = await openWorld();
  page = await world.context.newPage();
}, 300_000);
afterAll(async () => {
  await world?.close();
});

const { heading, go, press, confirm } = handsOn(() => page);
const told = (text: string | RegExp) => page.getByText(text).first().waitFor();
const onlyFor = async (
  pattern: string,
  answer: Parameters<Page["route"]>[1],
  act: () => unknown,
) => {
  await page.route(pattern, answer);
  await act();
  await page.unroute(pattern);
};
const configured = (change: object, act: () => unknown) =>
  onlyFor(
    "**/config.json",
    (route) => route.fulfill({ json: { ...world.config, ...change } }),
    act,
  );

describe("on the way in", () => {
  it("says_so_when_the_address_is_no_node", async () => {
    await configured({ nodeUrls: [world.config.issuerUrl] }, async () => {
      await page.goto(world.dashboardUrl);
      await told("No node answered. Nothing is lost.");
      expect(await look(page, "no-node")).toEqual([]);
    });
  });

  it("goes_on_when_the_node_is_back", async () => {
    await onlyFor(
      `${world.node.url}/**`,
      (route) => route.abort(),
      async () => {
        await page.goto(world.dashboardUrl);
        await told("No node answered.");
      },
    );
    await press("Try again");
    await page.getByRole("button", { name: /Test wallet/ }).waitFor();
  });

  it("signs_nothing_for_another_network", async () => {
    await configured({ chainId: "idos-somewhere-else" }, async () => {
      await page.goto(world.dashboardUrl);
      await told("This node belongs to another network. Nothing was signed.");
    });
  });

  it("names_whose_fault_a_bad_config_is", async () => {
    await onlyFor(
      "**/config.json",
      (route) => route.fulfill({ body: "{" }),
      async () => {
        await page.goto(world.dashboardUrl);
        await told("The file config.json of this site is missing or wrong.");
      },
    );
  });

  it("keeps_the_wallet_and_the_key_when_the_issuer_is_away", async () => {
    await connect(page, world.dashboardUrl);
    await heading("This wallet has no idOS profile yet");
    await onlyFor(
      `${world.config.issuerUrl}/**`,
      (route) => route.abort(),
      async () => {
        const popup = await enclaveWindow(page, () => press("Create my profile"));
        await makeKey(popup, "seven copper badgers hum");
        await page.getByRole("alert").waitFor();
      },
    );
    await press("Create my profile");
    await heading("My data");
    expect(world.profiles).toHaveLength(1);
  });

  it("lets_a_person_try_again_when_the_wallet_refuses_the_login", async () => {
    world.wallet.refuses = true;
    await connect(page, world.dashboardUrl);
    await told("Your wallet did not sign. Nothing was changed.");
    world.wallet.refuses = false;
    await page.getByRole("button", { name: "Continue with Test wallet" }).click();
    await heading("My data");
  });

  it("comes_back_to_the_same_page_after_a_reload", async () => {
    await go("Settings");
    await heading("Settings");
    await page.reload();
    await page.getByRole("button", { name: "Continue with Test wallet" }).click();
    await heading("Settings");
  });
});

describe("in the middle of something", () => {
  const fill = async () => {
    await page.goto(`${world.dashboardUrl}/#/add`);
    await heading("Add my own data");
    await page.getByRole("textbox", { name: "What" }).fill("nickname");
    await page.getByRole("textbox", { name: "Value" }).fill(HOSTILE);
    await page.getByRole("checkbox").check();
  };
  const kept = async () =>
    expect(await page.getByRole("textbox", { name: "Value" }).inputValue()).toBe(HOSTILE);

  it("signs_with_no_other_account_than_the_connected_one", async () => {
    await fill();
    world.wallet.account = heldEvm(randomBytes(32));
    await press("Add the fact");
    await told("Your wallet shows another account now. Nothing was changed.");
    await kept();
    world.wallet.account = world.signer;
  });

  it("keeps_what_was_typed_when_the_wallet_refuses", async () => {
    world.wallet.refuses = true;
    await press("Add the fact");
    await told("Your wallet did not sign. Nothing was changed.");
    await kept();
    world.wallet.refuses = false;
  });

  it("keeps_what_was_typed_when_the_node_is_lost", async () => {
    await onlyFor(
      `${world.node.url}/**`,
      (route) => route.abort(),
      async () => {
        await press("Add the fact");
        await told("No node answered. Nothing is lost.");
      },
    );
    await kept();
    await press("Add the fact");
    await told("nickname is added.");
  });

  it("shows_what_anybody_wrote_as_text", async () => {
    await go("My data");
    await told(HOSTILE);
    expect(await page.locator("main img").count()).toBe(0);
  });

  it("takes_a_file_with_a_hostile_name", async () => {
    await page.goto(`${world.dashboardUrl}/#/add`);
    const file = {
      name: HOSTILE,
      mimeType: "text/html",
      buffer: Buffer.from("<script>1</script>"),
    };
    await page.locator("#file").setInputFiles(file);
    await page.getByRole("textbox", { name: "Title" }).fill(HOSTILE);
    await press("Add the document");
    await heading("My data");
    await page.getByRole("link", { name: /onerror/ }).click();
    await heading(HOSTILE);
    const shown = page.getByText("File name");
    await agreeing(
      page,
      () => press("Show details"),
      () => shown.waitFor(),
    );
    expect(await page.locator("main img").count()).toBe(0);
    const download = page.waitForEvent("download");
    await press("Download");
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("img-src-x-onerror-alert-1-html.json");
    expect(JSON.parse(await readFile(await saved.path(), "utf8")).fileName).toBe(HOSTILE);
  });
});

describe("a credential that is not for this key", () => {
  beforeAll(async () => {
    const { id = "" } = world.profiles[0] ?? {};
    const notMine = toBase64(x25519.getPublicKey(new Uint8Array(randomBytes(32))));
    const notes = { type: "kyc", level: "plus", status: "approved", issuer: "Acme KYC" };
    await world.issuer.issue(id, notMine, notes, { credentialSubject: { firstName: "Eve" } });
    await connect(page, world.dashboardUrl);
    await heading("My data");
  });

  it("is_shown_with_what_to_do_about_it", async () => {
    await page.getByRole("link", { name: /KYC plus/ }).click();
    await heading("KYC plus");
    const reason = page.getByText("It was not made for your key, or it has been changed.");
    await agreeing(
      page,
      () => press("Show details"),
      () => reason.waitFor(),
    );
    expect(await look(page, "not-decrypted")).toEqual([]);
  });

  it("is_named_in_the_export_and_keeps_nothing_else_from_it", async () => {
    await go("Settings");
    const saved = await agreeing(
      page,
      () => press("Export everything"),
      () => page.waitForEvent("download"),
    );
    await told("1 of 2 could not be decrypted. The file says which ones.");
    const { credentials } = JSON.parse(await readFile(await saved.path(), "utf8"));
    expect(credentials.filter(({ problem }: { problem?: string }) => problem)).toHaveLength(1);
    expect(JSON.stringify(credentials)).toContain(btoa("<script>1</script>"));
    expect(await look(page, "exported")).toEqual([]);
  });
});

describe("access and the key", () => {
  it("tells_when_a_lock_has_ended", async () => {
    const me = await elsewhere(world.node, world.signer);
    const [first] = await me.credentials.list();
    const id = first?.id ?? expect.fail("no credential");
    const now = Math.floor(Date.now() / 1000);
    await shareWithStranger(me, id, BigInt(now - 60));
    await shareWithStranger(me, id, 0n);
    await shareWithStranger(me, id, BigInt(now + 400 * 86_400));
    await connect(page, world.dashboardUrl);
    await go("My data");
    await told(/^The lock on .* access has ended\./);
    expect(await look(page, "notices")).toEqual([]);
  });

  it("takes_all_access_back_but_what_is_locked", async () => {
    await go("Shared with others");
    await press("Take all access back");
    await told("Take 2 accesses back?");
    await told("1 access is locked and stays until the lock ends.");
    expect(await look(page, "revoke-all")).toEqual([]);
    await confirm("Take all access back");
    await told("2 accesses are taken back.");
    const me = await elsewhere(world.node, world.signer);
    expect(await me.sharing.given()).toHaveLength(1);
  });

  it("backs_up_the_key_in_the_enclave", async () => {
    await go("Settings");
    const popup = await enclaveWindow(page, () => press("Back up my key"));
    await popup.fill("#password", "seven copper badgers hum");
    await popup.getByRole("button", { name: "Make the backup page" }).click();
    await popup.getByRole("img", { name: /QR code/ }).waitFor();
    await popup.getByRole("button", { name: "I have it in a safe place" }).click();
    await told("The backup window was closed.");
  });

  it("leaves_by_the_settings_of_a_phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("main").getByRole("button", { name: "Disconnect" }).click();
    await heading("Your proofs, in your hands");
  });
});
