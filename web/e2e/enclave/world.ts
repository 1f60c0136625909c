import { consumerProofText } from "@idos/enclave";
import { passwordKey, seal, signCredential, toBase64, toHex, toUtf8 } from "@idos/protocol";
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import type { BrowserContext, Page } from "playwright-core";
import { launch } from "../browser.mjs";
import { enclaveHeaders, read, serve, serveNames } from "../server.mjs";

/** Test keys: never anybody's. */
export const ALICE = "9f51b3b2-4cbe-4c2b-8ea3-0b0c1b2f1a11";
export const BOB = "550e8400-e29b-41d4-a716-446655440000";
export const PASSWORD = "correct horse battery staple";
export const BOBS_PASSWORD = "test-password-123!@#";
const publicKeyOf = (secret: Uint8Array) => toBase64(x25519.getPublicKey(secret));
const aliceSecret = passwordKey(PASSWORD, ALICE);
export const ALICE_KEY = publicKeyOf(aliceSecret);
export const BOB_KEY = publicKeyOf(passwordKey(BOBS_PASSWORD, BOB));
export const asAlice = { userId: ALICE, expectedUserEncryptionPublicKey: ALICE_KEY };
export const asBob = { userId: BOB, expectedUserEncryptionPublicKey: BOB_KEY };

const issuerSeed = new Uint8Array(32).fill(21);
const bankSeed = new Uint8Array(32).fill(22);
export const bankSecret = new Uint8Array(32).fill(23);
const bankKey = publicKeyOf(bankSecret);
export const BANK_IDENTIFIER = toHex(ed25519.getPublicKey(bankSeed));
const ISSUER = toHex(ed25519.getPublicKey(issuerSeed));

export const SECRET_WORDS = "Ludmila Testova";
export const kyc = (change: object = {}): string =>
  JSON.stringify({
    "@context": ["https://www.w3.org/2018/credentials/v1"],
    issuer: "https://acme.example/issuers/1",
    level: "basic+liveness",
    credentialSubject: {
      id: "uuid:1",
      firstName: "Ludmila",
      familyName: "Testova",
      fullName: SECRET_WORDS,
      dateOfBirth: "1990-02-03",
      nationality: "PT",
      residentialAddressStreet: "Rua do Teste",
      residentialAddressCity: "Lisboa",
      idDocumentNumber: "X1234567",
      idDocumentFrontFile: "<~z~>",
      selfieFile: "<~z~>",
      ...change,
    },
  });

/** A credential as it lies in the network: encrypted to Alice, signed by the issuer. */
export function credential(id: string, plaintext = kyc()) {
  const { content, encryptorPublicKey } = seal(toUtf8(plaintext), x25519.getPublicKey(aliceSecret));
  const notes = '{"type":"kyc"}';
  const signed = signCredential(notes, content, issuerSeed);
  return {
    id,
    content: toBase64(content),
    encryptor_public_key: toBase64(encryptorPublicKey),
    public_notes: notes,
    issuer_auth_public_key: ISSUER,
    public_notes_signature: toBase64(signed.publicNotesSignature),
    broader_signature: toBase64(signed.broaderSignature),
  };
}
export type Credential = ReturnType<typeof credential>;

export function shareRequest(row: Credential, change: object = {}, lockedUntil = 0) {
  const proof = ed25519.sign(toUtf8(consumerProofText(BANK_IDENTIFIER, bankKey)), bankSeed);
  return {
    credentialId: row.id,
    credential: row,
    consumer: {
      identifier: BANK_IDENTIFIER,
      encryptionPublicKey: bankKey,
      name: "Nova Bank",
      proof: toBase64(proof),
      ...change,
    },
    purpose: "To open your account, as the law asks of a bank.",
    lockedUntil,
  };
}

type Ports = {
  readonly sites?: number;
  readonly enclave?: number;
  /** More files of the sites, by path. */
  readonly files?: Readonly<Record<string, string>>;
};

/** Real pages on sites of their own, a node that knows names, and one Chromium. */
export class World {
  readonly complaints: string[] = [];
  readonly said: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly names: Awaited<ReturnType<typeof serveNames>>,
    private readonly ports: { readonly sites: number; readonly enclave: number },
    readonly close: () => Promise<void>,
  ) {
    context.on("page", (page) => this.listen(page));
    for (const page of context.pages()) {
      this.listen(page);
    }
  }

  static async open(storage: "default" | "blocked" = "default", wanted: Ports = {}) {
    const names = await serveNames({ [BANK_IDENTIFIER]: "Nova Bank", [ISSUER]: "Acme KYC" });
    const harness = new URL("../harness/", import.meta.url).pathname;
    const host = await read(`${harness}host.html`);
    const sites = await serve({
      root: harness,
      port: wanted.sites ?? 0,
      files: { "/index.html": host, "/coop.html": host, ...wanted.files },
      headers: (path: string) =>
        path === "/coop.html" ? { "cross-origin-opener-policy": "same-origin" } : {},
    });
    const config = {
      nodes: [names.url],
      dashboards: [`http://dash.localhost:${sites.port}`],
    };
    const enclave = await serve({
      root: new URL("../../apps/enclave/dist", import.meta.url).pathname,
      port: wanted.enclave ?? 0,
      headers: enclaveHeaders(config.nodes),
      files: { "/config.json": JSON.stringify(config) },
    });
    const browser = await launch({ storage, viewport: { width: 900, height: 700 } });
    return new World(
      browser.context,
      names,
      { sites: sites.port, enclave: enclave.port },
      async () => {
        await browser.close();
        await Promise.all([sites.close(), enclave.close(), names.close()]);
      },
    );
  }

  get enclave(): string {
    return `http://enclave.localhost:${this.ports.enclave}`;
  }

  site(name: string): string {
    return `http://${name}.localhost:${this.ports.sites}`;
  }

  /** A page of a site, with the enclave in it. */
  async visit(name: string, options: object, path = "/"): Promise<Visit> {
    const page = await this.context.newPage();
    await page.goto(this.site(name) + path);
    const visit = new Visit(page, this.enclave);
    await visit.start(options);
    return visit;
  }

  private listen(page: Page): void {
    page.on("console", (message) => {
      this.said.push(message.text());
      if (/content security policy|trusted ?type|refused to/i.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }
}

export type Outcome = { readonly result?: unknown; readonly error?: unknown };

/** One page with one enclave, and the person in front of it. */
export class Visit {
  constructor(
    readonly page: Page,
    private readonly enclave: string,
  ) {}

  start(options: object): Promise<void> {
    return this.page.evaluate(
      ([url, given]) => (window as never as Harness).host.start(url, given),
      [`${this.enclave}/`, options] as const,
    );
  }

  /** Asks the enclave as the page would; what comes of it is a value, never a throw. */
  call(method: string, ...data: unknown[]): Promise<Outcome> {
    const outcome = this.page.evaluate(
      ([name, args]) =>
        (window as never as Harness).host.call(name, ...args).then(
          (result) => ({ result }),
          (error) => ({ error }),
        ),
      [method, data] as const,
    );
    outcome.catch(() => undefined); // a page that is closed answers nothing, and need not
    return outcome;
  }

  /** Reads one credential, as an existing client does: bytes in, bytes out, here as text. */
  decrypt(row: Credential): Promise<Outcome> {
    const outcome = this.page.evaluate(({ content, encryptor_public_key }) => {
      const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      return (window as never as Harness).host
        .call("decrypt", bytes(content), bytes(encryptor_public_key))
        .then(
          (result) => ({ result: new TextDecoder().decode(result as Uint8Array) }),
          (error) => ({ error }),
        );
    }, row);
    outcome.catch(() => undefined);
    return outcome;
  }

  /** Shows the frame, as a page with a visible enclave does. */
  show(): Promise<void> {
    return this.page.evaluate(() => {
      document.querySelector("#idos")?.classList.add("visible");
    });
  }

  get frame() {
    return this.page.frameLocator("#idos-enclave-iframe");
  }

  /**
   * The window of this page. Most often the button in the frame has to be pressed for it; what a test
   * does in a frame counts as a gesture, so sometimes it opens by itself.
   */
  async press(): Promise<Page> {
    const popup = (await this.window()) ?? (await this.pressButton());
    await popup.locator("h1").waitFor();
    return popup;
  }

  private async pressButton(): Promise<Page> {
    const opened = this.page.waitForEvent("popup");
    const pressed = this.frame.locator("button:visible").click();
    const [popup] = await Promise.all([opened, Promise.race([pressed, opened])]);
    pressed.catch(() => undefined);
    return popup;
  }

  private async window(): Promise<Page | undefined> {
    for (const page of this.page.context().pages()) {
      if (page.url().includes("dialog.html") && (await page.opener()) === this.page) {
        return page;
      }
    }
    return undefined;
  }

  /** Unlocks with a password and chooses the suggested picture when there is none. */
  async unlock(password = PASSWORD): Promise<Outcome> {
    const outcome = this.call("ensureUserEncryptionProfile");
    const popup = await this.press();
    await popup.fill("#password", password);
    await popup.getByRole("button", { name: "Unlock", exact: true }).click();
    const mark = popup.getByRole("button", { name: "Keep this picture" });
    await Promise.race([mark.waitFor().then(() => mark.click()), outcome]).catch(() => undefined);
    const answer = await outcome;
    await closed(popup);
    return answer;
  }
}

type Harness = {
  host: {
    start(url: string, options: object): Promise<void>;
    call(method: string, ...data: unknown[]): Promise<unknown>;
  };
};

export async function closed(popup: Page): Promise<void> {
  if (!popup.isClosed()) {
    await popup.waitForEvent("close");
  }
}

export const button = (popup: Page, name: string | RegExp) => popup.getByRole("button", { name });
