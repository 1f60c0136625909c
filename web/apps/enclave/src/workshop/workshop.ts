import { EnclaveError, type Progress } from "@idos/enclave";
import * as v from "valibot";
import { trustedScript } from "../trusted.js";
import workerUrl from "./enclave.worker.ts?worker&url";
import { type Done, FromWorker, type Given, ORDERS, type OrderName } from "./orders.js";

/** Has one order done. Rejects with an [EnclaveError]. */
export type Workshop = <O extends OrderName>(order: O, given: Given<O>) => Promise<Done<O>>;

/** Below this nobody sees that it takes time. */
const LONG_BYTES = 500_000;
/** A worker that has nothing to do is ended, and with it whatever its memory still holds. */
const IDLE_MS = 15_000;

type Pending = {
  readonly order: OrderName;
  readonly bytes: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: EnclaveError) => void;
};

/** The worker of a frame, started when there is something to do. Keys go to no other place. */
export class WorkerShop {
  private worker: Worker | undefined;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (progress: Progress) => void) {}

  readonly run: Workshop = (order, given) =>
    new Promise((resolve, reject) => {
      const id = this.nextId++;
      const bytes = sizeOf(given);
      const settle = resolve as (result: unknown) => void;
      this.pending.set(id, { order, bytes, resolve: settle, reject });
      clearTimeout(this.idle);
      this.report(id, 0, 1);
      this.worker ??= this.start();
      this.worker.postMessage({ id, order, given }, buffersOf(given));
    });

  private start(): Worker {
    const worker = new Worker(trustedScript(workerUrl), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<unknown>) => this.hear(data);
    worker.onerror = () => {
      worker.terminate();
      this.worker = undefined;
      for (const id of [...this.pending.keys()]) {
        this.take(id)?.reject(new EnclaveError("failed"));
      }
    };
    return worker;
  }

  private hear(data: unknown): void {
    const message = v.parse(FromWorker, data);
    const { id } = message;
    if (message.type === "step") {
      this.report(id, message.done, message.total);
      return;
    }
    this.report(id, 1, 1);
    const pending = this.take(id);
    if (message.type === "refused") {
      pending?.reject(new EnclaveError(message.code, message.text));
    } else if (pending) {
      pending.resolve(v.parse(ORDERS[pending.order].done, message.result));
    }
  }

  private report(id: number, done: number, total: number): void {
    const pending = this.pending.get(id);
    if (pending && pending.bytes >= LONG_BYTES) {
      const { work } = ORDERS[pending.order];
      this.tell({ type: "idOS:progress", work, bytes: pending.bytes, done, total });
    }
  }

  private take(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    if (this.pending.size === 0) {
      this.idle = setTimeout(() => {
        this.worker?.terminate();
        this.worker = undefined;
      }, IDLE_MS);
    }
    return pending;
  }
}

/** The bytes an order brings along, near enough. */
function sizeOf(given: object): number {
  const sizes = Object.values(given).map((value: unknown): number => {
    if (value instanceof Uint8Array) {
      return value.length;
    }
    if (typeof value === "string") {
      return Math.floor((value.length * 3) / 4); // the large ones are base64
    }
    return typeof value === "object" && value !== null ? sizeOf(value) : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Contents are handed over; a key is copied, because the frame may still need it. */
function buffersOf(given: object): ArrayBuffer[] {
  const { content, plaintext } = given as { content?: unknown; plaintext?: unknown };
  return [content, plaintext].flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
