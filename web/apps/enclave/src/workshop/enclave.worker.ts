import { EnclaveError, REFUSALS } from "@idos/enclave";
import * as v from "valibot";
import { type FromWorker, ORDERS, ToWorker } from "./orders.js";
import { type Report, TASKS } from "./tasks.js";

/** The thread on which contents are opened and sealed: neither the page nor a window stands still. */
self.onmessage = ({ data }: MessageEvent<unknown>) => {
  const { id, order, given } = v.parse(ToWorker, data);
  try {
    const read = v.parse(ORDERS[order].given, given);
    const report: Report = (done, total) => post({ type: "step", id, done, total });
    const run = TASKS[order] as (given: unknown, report: Report) => unknown;
    const result = owned(run(read, report));
    post({ type: "done", id, result }, buffersIn(result));
  } catch (error) {
    const known = error instanceof EnclaveError;
    const code = known ? error.code : "failed"; // another error's words could carry the content
    post({ type: "refused", id, code, text: known ? error.message : REFUSALS.failed });
  }
};

const post = (message: FromWorker, hand: ArrayBuffer[] = []) =>
  self.postMessage(message, { transfer: hand });

/** Bytes on buffers of their own, so that they can be handed over. */
function owned(result: unknown): unknown {
  if (typeof result !== "object" || result === null || Array.isArray(result)) {
    return result;
  }
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [
      name,
      value instanceof Uint8Array && value.length !== value.buffer.byteLength
        ? value.slice()
        : value,
    ]),
  );
}

function buffersIn(result: unknown): ArrayBuffer[] {
  const values = typeof result === "object" && result !== null ? Object.values(result) : [];
  return values.flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
