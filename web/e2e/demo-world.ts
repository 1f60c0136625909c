import { randomBytes } from "node:crypto";
import { heldEvm, type LoggedIn, type Signer } from "@idos/client";
import type { BrowserContext, Page } from "playwright-core";
import { launch } from "./browser.mjs";
import { enclaveWindow } from "./dashboard-world.js";
import { injectEvm, type WalletSwitch } from "./evm-wallet.js";
import { elsewhere } from "./owner.js";
import type { Town } from "./town.js";

const DESKTOP = { width: 1280, height: 800 };

/** A person with a browser and a wallet of their own. */
export class Person {
  /** What must never happen in a page: a policy broken, an error thrown, a dialog of a script. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly signer: Signer,
    readonly wallet: WalletSwitch,
    readonly leave: () => Promise<void>,
  ) {
    context.on("console", (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
    context.on("weberror", (error) => this.complaints.push(String(error.error())));
    context.on("dialog", (dialog) => {
      this.complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  static async arrive(): Promise<Person> {
    const { context, close } = await launch({ viewport: DESKTOP });
    context.setDefaultTimeout(30_000);
    const signer = heldEvm(randomBytes(32));
    return new Person(context, signer, await injectEvm(context, signer), close);
  }

  /** The person on another device, through another app. */
  elsewhere(town: Town): Promise<LoggedIn> {
    return elsewhere({ url: town.nodeUrl }, this.signer);
  }

  /** Opens a site in a tab of its own. */
  async visit(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }
}

/** Presses a button of a tab, in front: a browser lets tabs behind another one paint rarely. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.bringToFront();
  await page.getByRole("button", { name, exact: true }).click();
}

export async function connect(page: Page): Promise<void> {
  await page.bringToFront();
  await page.getByRole("button", { name: /Test wallet/ }).click();
}

/** Says no in the enclave's window. */
export async function sayNo(popup: Page): Promise<void> {
  const gone = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Not now" }).click();
  await gone;
}

/** Says yes to every question of the enclave's window until it has gone. */
export async function sayYes(popup: Page): Promise<void> {
  const yes = popup.getByRole("button", { name: /^(Let|Share with) / });
  const answer = async () => {
    for (const tick of await popup.getByRole("checkbox").all()) {
      await tick.check({ timeout: 2_000 });
    }
    await yes.click({ timeout: 2_000 });
  };
  while (!popup.isClosed()) {
    await answer().catch(() => undefined); // the next question, or the end, may have come between
  }
}

/** Does something that opens the enclave's window, and says yes there. */
export async function allow(page: Page, button: string): Promise<void> {
  await sayYes(await enclaveWindow(page, () => press(page, button)));
}

/** The facts of a card of terms, as people read them. */
export async function factsOf(page: Page, title: string): Promise<Record<string, string>> {
  const card = page.locator("section", { has: page.getByRole("heading", { name: title }) });
  await card.waitFor();
  return card
    .locator("dl > div")
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) =>
          ["dt", "dd"].map((part) => row.querySelector(part)?.textContent?.trim() ?? ""),
        ),
      ),
    );
}
