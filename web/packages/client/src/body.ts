import { toBase64 } from "@idos/protocol";
import { nextTurn } from "./turns.js";

/** What is made between two turns of the page's thread; a multiple of three, so that texts join. */
const STEP = 3 * 256 * 1024;

/**
 * The JSON of a request. Bytes in it travel as base64: many of them are written step by step, so
 * that the page goes on meanwhile.
 */
export async function bodyOf(request: object): Promise<string | Blob> {
  const mark = crypto.randomUUID();
  const found: Uint8Array[] = [];
  const text = JSON.stringify(request, (_name, value: unknown) => {
    if (!(value instanceof Uint8Array)) {
      return value;
    }
    found.push(value);
    return mark;
  });
  const [head = "", ...rest] = text.split(mark);
  if (found.every(({ length }) => length <= STEP)) {
    return rest.reduce((body, part, i) => body + base64Of(found[i]) + part, head);
  }
  const parts: (string | Blob)[] = [head];
  for (const [i, part] of rest.entries()) {
    parts.push(...(await base64Steps(found[i])), part);
  }
  return new Blob(parts);
}

const base64Of = (bytes: Uint8Array = new Uint8Array()) => toBase64(bytes);

async function base64Steps(bytes: Uint8Array = new Uint8Array()): Promise<Blob[]> {
  const steps: Blob[] = [];
  for (let at = 0; at < bytes.length; at += STEP) {
    steps.push(new Blob([toBase64(bytes.subarray(at, at + STEP))]));
    await nextTurn();
  }
  return steps;
}
