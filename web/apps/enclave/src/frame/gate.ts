import {
  EnclaveError,
  isMethodName,
  METHODS,
  type MethodName,
  REFUSALS,
  type Received,
  type RefusalCode,
  Request,
  type Result,
} from "@idos/enclave";
import * as v from "valibot";
import { type Embedding, strangerIn } from "../rules/parent.js";

export type Handlers = {
  readonly [M in MethodName]: (...args: Received<M>) => Promise<Result<M>> | Result<M>;
};

/** The part of a message event that the gate looks at. */
export type Knock = {
  readonly origin: string;
  readonly fromParent: boolean;
  readonly data: unknown;
  readonly port: Pick<MessagePort, "postMessage" | "close"> | undefined;
};

const AT_ONCE = 64;
const WINDOW_MS = 10_000;
const IN_WINDOW = 400;

/** Lets in what the embedding page asks, and gives each request exactly one answer. */
export class Gate {
  private known: string | undefined;
  private handlers: Promise<Handlers> | undefined;
  private open = 0;
  private window = { since: 0, count: 0 };

  /** `enter` is called once, with the first page that speaks: from then on only it is heard. */
  constructor(
    private readonly embedding: () => Embedding,
    private readonly enter: (origin: string) => Promise<Handlers>,
    private readonly now: () => number = Date.now,
  ) {}

  async knock(knock: Knock): Promise<void> {
    const { port } = knock;
    if (!port) {
      return;
    }
    const stranger = strangerIn(knock, this.known, this.embedding());
    if (stranger) {
      if (stranger === "nested") {
        refuse(port, "nested");
      }
      return; // a stranger does not learn that anybody is here
    }
    if (this.isFlooded()) {
      refuse(port, "busy");
      return;
    }
    this.known = knock.origin;
    this.open++;
    try {
      this.handlers ??= this.enter(knock.origin);
      answer(port, await dispatch(await this.handlers, knock.data));
    } catch (error) {
      if (error instanceof EnclaveError) {
        refuse(port, error.code, error.message);
      } else {
        refuse(port, "failed"); // another error's words could carry what was being opened
      }
    } finally {
      this.open--;
    }
  }

  private isFlooded(): boolean {
    const now = this.now();
    if (now - this.window.since > WINDOW_MS) {
      this.window = { since: now, count: 0 };
    }
    this.window.count++;
    return this.open >= AT_ONCE || this.window.count > IN_WINDOW;
  }
}

async function dispatch(handlers: Handlers, data: unknown): Promise<unknown> {
  const request = v.safeParse(Request, data);
  if (!request.success) {
    throw new EnclaveError("bad-request");
  }
  const { method, data: args } = request.output;
  if (!isMethodName(method)) {
    throw new EnclaveError("unexpected", `Unexpected request: ${method.slice(0, 60)}`);
  }
  return call(handlers, method, args);
}

async function call<M extends MethodName>(
  handlers: Handlers,
  method: M,
  args: unknown[],
): Promise<unknown> {
  const read = v.safeParse(METHODS[method].args, args);
  if (!read.success) {
    throw new EnclaveError("bad-request");
  }
  const handler = handlers[method] as (...received: unknown[]) => unknown;
  return handler(...(read.output as unknown[]));
}

type Port = NonNullable<Knock["port"]>;

function answer(port: Port, result: unknown): void {
  port.postMessage({ result }, bytesIn(result));
  port.close();
}

function refuse(port: Port, code: RefusalCode, text: string = REFUSALS[code]): void {
  port.postMessage({ error: text, code });
  port.close();
}

/** Content is handed over, not copied: ten megabytes would be felt. */
function bytesIn(result: unknown): Transferable[] {
  return result instanceof Uint8Array && result.buffer instanceof ArrayBuffer
    ? [result.buffer]
    : [];
}
