import type { Progress } from "@idos/enclave";
import * as v from "valibot";
import { type Answer, type Ask, HELLO, READY, ToDialog, type ToFrame } from "../asks.js";
import type { LogEntry } from "../vault/records.js";

const PING_MS = 1_000;
const SILENCE_MS = 8_000;

/** What the window knows of the frame that opened it. */
export type DialogState =
  | { readonly state: "waiting" }
  /** Not opened by a frame of this enclave: nothing is asked and nothing answered. */
  | { readonly state: "stranger" }
  | { readonly state: "asked"; readonly id: number; readonly ask: Ask }
  | { readonly state: "working"; readonly progress: Progress }
  | { readonly state: "finished" }
  | { readonly state: "gone" };

export type Incoming = {
  readonly state: DialogState;
  readonly theme?: "light" | "dark";
  readonly log?: readonly LogEntry[];
};

/** The line to the frame. A window listens to its opener alone, and checks for whom it asks. */
export class Connection {
  private port: MessagePort | undefined;
  private heard = Date.now();

  constructor(private readonly tell: (incoming: Incoming) => void) {}

  start(): void {
    const opener = ownOpener();
    if (!opener) {
      this.tell({ state: { state: "stranger" } });
      return;
    }
    window.addEventListener("message", (event) => {
      const [port] = event.ports;
      const isOpener = event.source === opener && event.origin === location.origin;
      if (isOpener && event.data === HELLO && port) {
        this.listen(port);
      }
    });
    opener.postMessage(READY, location.origin);
    setInterval(() => this.ping(), PING_MS);
  }

  answer(id: number, answer: Answer): void {
    this.post({ type: "answer", id, answer });
  }

  private listen(port: MessagePort): void {
    this.port = port;
    this.heard = Date.now();
    port.onmessage = ({ data }) => {
      this.heard = Date.now();
      const message = v.safeParse(ToDialog, data);
      if (!message.success) {
        return;
      }
      const { output } = message;
      if (output.type === "finished") {
        this.tell({ state: { state: "finished" } });
      } else if (output.type === "working") {
        this.tell({ state: { state: "working", progress: output.progress } });
      } else if (output.type === "ask") {
        const { id, ask, log, theme } = output;
        this.tell(
          isFor(ask.origin)
            ? { state: { state: "asked", id, ask }, log, ...(theme && { theme }) }
            : { state: { state: "stranger" } },
        );
      }
    };
  }

  private ping(): void {
    if (Date.now() - this.heard > SILENCE_MS) {
      this.tell({ state: { state: "gone" } });
    } else {
      this.post({ type: "ping" });
    }
  }

  private post(message: ToFrame): void {
    this.port?.postMessage(message);
  }
}

/** The frame that opened this window, if it is a frame of this very enclave. */
function ownOpener(): Window | null {
  try {
    const opener: Window | null = window.opener;
    const isOurs = opener !== null && opener.location.origin === location.origin;
    return isOurs && opener.top !== opener && window.top === window ? opener : null;
  } catch {
    return null; // another origin does not even show its address
  }
}

/** Whether the opener is really embedded by this origin: read from the browser, not from the message. */
function isFor(origin: string): boolean {
  try {
    const ancestors: DOMStringList | undefined = window.opener.location.ancestorOrigins;
    return ancestors === undefined || [...ancestors].every((ancestor) => ancestor === origin);
  } catch {
    return false;
  }
}
