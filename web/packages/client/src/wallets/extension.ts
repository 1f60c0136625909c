import { walletFailure } from "./failures.js";

const ABSENT_MS = 2_000;

/** A wallet extension that talks by messages in the page's own window. */
type Exchange = {
  readonly message: object;
  /** The answer if this message is one; undefined for all others. */
  readonly answer: (data: Readonly<Record<string, unknown>>) => unknown;
  /** How long a silent wallet counts as absent; none when a person has to answer. */
  readonly patienceMs?: number;
};

/** Asks an extension. Only messages of this very window count. */
export function askExtension({ message, answer, patienceMs }: Exchange): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("message", heard);
    };
    const heard = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== window || origin !== window.location.origin) {
        return;
      }
      const found = typeof data === "object" && data !== null ? answer({ ...data }) : undefined;
      if (found !== undefined) {
        done();
        resolve(found);
      }
    };
    const timer =
      patienceMs === undefined
        ? undefined
        : setTimeout(() => {
            done();
            reject(walletFailure("missing"));
          }, patienceMs);
    window.addEventListener("message", heard);
    window.postMessage(message, window.location.origin);
  });
}

export { ABSENT_MS };
