import { configure, type LoggedIn, type WithSigner } from "../index.js";
import type { WalletChoice } from "../wallets/choice.js";
import { askedWallets, watchWallets } from "../wallets/index.js";
import { elementStyle } from "./style.js";
import { elementWords as words } from "./words.js";

/** What the element tells the page, as the detail of its `idos-connected` event. */
export type ConnectedDetail =
  | { readonly state: "logged-in"; readonly me: LoggedIn }
  | { readonly state: "no-profile"; readonly withSigner: WithSigner };

/**
 * "Connect with idOS", for any page: `<idos-connect node-urls="https://…">`. It lets the person
 * choose a wallet, logs in, and fires `idos-connected`. A wallet without a profile is told as such,
 * so that the page can hand the person to an issuer.
 */
export class IdosConnect extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "closed" });
  private readonly button = element("button", words.connect);
  private readonly list = element("ul");
  private readonly note = element("p");
  private stopWatching: () => void = () => undefined;

  connectedCallback(): void {
    const style = new CSSStyleSheet();
    style.replaceSync(elementStyle);
    this.root.adoptedStyleSheets = [style];
    this.button.type = "button";
    this.button.setAttribute("aria-expanded", "false");
    this.list.hidden = true;
    this.note.setAttribute("role", "status");
    this.root.replaceChildren(this.button, this.list, this.note);
    this.button.onclick = () => (this.list.hidden ? this.open() : this.close());
    this.list.onkeydown = ({ key }) => {
      if (key === "Escape") {
        this.close();
        this.button.focus();
      }
    };
  }

  disconnectedCallback(): void {
    this.stopWatching();
  }

  private open(): void {
    this.list.replaceChildren(...askedWallets.map((wallet) => this.row(wallet)));
    this.stopWatching = watchWallets((wallet) => this.list.prepend(this.row(wallet)));
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.list.querySelector("button")?.focus();
  }

  private close(): void {
    this.stopWatching();
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  private row(wallet: WalletChoice): HTMLLIElement {
    const choose = element("button", `${wallet.name} (${wallet.walletType})`);
    choose.type = "button";
    choose.onclick = () => void this.connectWith(wallet);
    const row = element("li");
    row.append(choose);
    return row;
  }

  private async connectWith(wallet: WalletChoice): Promise<void> {
    this.close();
    this.button.disabled = true;
    this.note.textContent = words.waiting(wallet.name);
    try {
      const detail = await this.connected(wallet);
      this.note.textContent = "";
      this.dispatchEvent(new CustomEvent("idos-connected", { detail, bubbles: true }));
    } catch (error) {
      this.note.textContent = words.failed;
      this.dispatchEvent(new CustomEvent("idos-failed", { detail: error, bubbles: true }));
    } finally {
      this.button.disabled = false;
    }
  }

  private async connected(wallet: WalletChoice): Promise<ConnectedDetail> {
    const nodeUrls = (this.getAttribute("node-urls") ?? "").split(/\s+/).filter(Boolean);
    const chainId = this.getAttribute("chain-id") ?? undefined;
    const idle = await configure({ nodeUrls, chainId }).connect();
    const withSigner = idle.withSigner(await wallet.connect());
    const me = (await withSigner.hasProfile()) ? await withSigner.logIn() : null;
    return me ? { state: "logged-in", me } : { state: "no-profile", withSigner };
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
