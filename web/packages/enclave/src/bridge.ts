import * as v from "valibot";
import {
  type Arguments,
  Attention,
  METHODS,
  type MethodName,
  Progress,
  Reply,
  type Result,
  SignRequest,
} from "./methods.js";
import { EnclaveError, isRefusalCode } from "./refusal.js";
import { signatureText } from "./signature.js";
import type { Options, TypedData } from "./values.js";

export const FRAME_ID = "idos-enclave-iframe";
const SANDBOX = [
  "allow-forms",
  "allow-modals",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-same-origin",
  "allow-scripts",
];
const QUICK_MS = 30_000;
const PERSON_MS = 15 * 60_000;

/** Where a page puts the enclave, and what it tells it. */
export type EnclaveSettings = {
  /** The element that holds the frame; it gets the class `visible` while a click is needed. */
  readonly container: string | Element;
  /** The enclave's address. */
  readonly url: string;
  readonly options?: Options;
  /** Signs typed data with the person's wallet, when the enclave asks for it. */
  readonly sign?: (data: TypedData) => Promise<unknown>;
  /** Hears how far the enclave is with large contents; `done` equals `total` at the end. */
  readonly onProgress?: (progress: Progress) => void;
};

/** The page's side of the enclave: a frame, and one typed method for everything it may ask. */
export class EnclaveBridge {
  readonly frame: HTMLIFrameElement;
  private readonly origin: string;
  private readonly holder: Element;
  private readonly waiting = new Set<symbol>();
  /** An enclave that says when it needs a click is believed; an older one is shown while it works. */
  private saysWhenNeeded = false;

  private constructor(private readonly settings: EnclaveSettings) {
    this.origin = new URL(settings.url).origin;
    const { container } = settings;
    const holder = typeof container === "string" ? document.querySelector(container) : container;
    if (!holder) {
      throw new EnclaveError("bad-request", `Can't find container with selector ${container}`);
    }
    this.holder = holder;
    this.frame = frameElement(settings.url);
  }

  /** Puts the frame into the page and waits until the enclave in it answers. */
  static async open(settings: EnclaveSettings): Promise<EnclaveBridge> {
    const bridge = new EnclaveBridge(settings);
    window.addEventListener("message", bridge.onMessage);
    try {
      await bridge.insert();
      await bridge.call("load");
      await bridge.call("reconfigure", settings.options ?? {});
      return bridge;
    } catch (error) {
      bridge.close();
      const silent = error instanceof EnclaveError && error.code === "timeout";
      throw silent ? new EnclaveError("unavailable") : error;
    }
  }

  /** Asks one method. Rejects with an [EnclaveError]. */
  async call<M extends MethodName>(method: M, ...args: Arguments<M>): Promise<Result<M>> {
    const { shows, waits, result } = METHODS[method];
    const mark = Symbol(method);
    if (shows && !this.saysWhenNeeded) {
      this.show(mark, true);
    }
    try {
      const answer = await this.post(method, args, waits ? PERSON_MS : QUICK_MS);
      const read = v.safeParse(result, answer);
      if (!read.success) {
        throw new EnclaveError("failed", "the enclave's answer could not be read");
      }
      return read.output as Result<M>;
    } finally {
      this.show(mark, false);
    }
  }

  /** Takes the frame out of the page. Nothing the enclave keeps is lost. */
  close(): void {
    window.removeEventListener("message", this.onMessage);
    this.waiting.clear();
    this.holder.classList.remove("visible");
    this.frame.remove();
  }

  private insert(): Promise<void> {
    document.getElementById(FRAME_ID)?.remove();
    return new Promise((resolve) => {
      this.frame.addEventListener("load", () => resolve(), { once: true });
      this.holder.append(this.frame);
    });
  }

  private post(method: string, data: readonly unknown[], timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const target = this.frame.contentWindow;
      if (!target) {
        reject(new EnclaveError("unavailable"));
        return;
      }
      const { port1, port2 } = new MessageChannel();
      const timer = setTimeout(() => settle(new EnclaveError("timeout")), timeoutMs);
      const settle = (error: EnclaveError | null, result?: unknown) => {
        clearTimeout(timer);
        port1.close();
        error ? reject(error) : resolve(result);
      };
      port1.onmessage = ({ data: reply }) => {
        const read = v.safeParse(Reply, reply);
        if (!read.success) {
          settle(new EnclaveError("failed", "the enclave's answer could not be read"));
        } else if ("error" in read.output) {
          settle(errorOf(read.output));
        } else {
          settle(null, read.output.result);
        }
      };
      target.postMessage({ method, data }, this.origin, [port2]);
    });
  }

  private readonly onMessage = (event: MessageEvent) => {
    if (event.origin !== this.origin || event.source !== this.frame.contentWindow) {
      return;
    }
    const attention = v.safeParse(Attention, event.data);
    if (attention.success) {
      this.saysWhenNeeded = true;
      this.show(ATTENTION, attention.output.needed);
      return;
    }
    const progress = v.safeParse(Progress, event.data);
    if (progress.success) {
      this.settings.onProgress?.(progress.output);
      return;
    }
    const request = v.safeParse(SignRequest, event.data);
    if (request.success) {
      void this.sign(request.output.payload, request.output.id);
    }
  };

  private async sign(payload: TypedData, id: string | undefined): Promise<void> {
    let signature: string | null = null;
    try {
      signature = this.settings.sign ? signatureText(await this.settings.sign(payload)) : null;
    } catch {
      signature = null; // the enclave must hear of it, or it would wait
    }
    await this.call("signTypedDataResponse", signature, id).catch(() => undefined);
  }

  private show(mark: symbol, needed: boolean): void {
    needed ? this.waiting.add(mark) : this.waiting.delete(mark);
    this.holder.classList.toggle("visible", this.waiting.size > 0);
  }
}

const ATTENTION = Symbol("attention");

function frameElement(url: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.id = FRAME_ID;
  frame.title = "idOS enclave";
  frame.allow = "publickey-credentials-get; storage-access";
  frame.referrerPolicy = "origin";
  frame.sandbox.add(...SANDBOX);
  frame.src = url;
  Object.assign(frame.style, {
    aspectRatio: "4/1",
    backgroundColor: "transparent",
    border: "none",
    colorScheme: "light",
    display: "block",
    overflow: "hidden",
    width: "100%",
  });
  return frame;
}

function errorOf({ error, code }: { error: unknown; code?: string | undefined }): EnclaveError {
  const text = error instanceof Error ? error.message : String(error);
  return new EnclaveError(
    isRefusalCode(code) ? code : text === "closed" ? "closed" : "failed",
    text,
  );
}
