import { concat, toUtf8 } from "@idos/protocol";

/** Lets the page do what waits. Unlike a timer's, these turns come at once in a hidden page too. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Characters that are written between two turns of the page's thread. */
const STEP = 1024 * 1024;

/** The UTF-8 of a text: a long one is written step by step, so that the page goes on meanwhile. */
export async function utf8Of(text: string): Promise<Uint8Array> {
  if (text.length <= STEP) {
    return toUtf8(text);
  }
  const steps: Uint8Array[] = [];
  for (let at = 0; at < text.length; ) {
    const end = between(text, at + STEP);
    steps.push(toUtf8(text.slice(at, end)));
    at = end;
    await nextTurn();
  }
  return concat(...steps);
}

/** Here, or behind the second half of a character that would be cut. */
function between(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at + 1 : at;
}
