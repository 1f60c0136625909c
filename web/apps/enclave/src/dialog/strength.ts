import * as v from "valibot";
import { trustedScript } from "../trusted.js";
import workerUrl from "./strength.worker.ts?worker&url";

/** From 0, guessed at once, to 4; or that nothing could measure it. */
export type Strength =
  | { readonly state: "measured"; readonly score: number }
  | { readonly state: "unmeasured" };

const Measured = v.object({ id: v.number(), score: v.number() });

/** Long enough to be accepted when nothing can measure it. */
const LONG = 16;
const GOOD = 3;

export function isStrong(password: string, strength: Strength | undefined): boolean {
  return strength?.state === "measured" ? strength.score >= GOOD : password.length >= LONG;
}

/** The estimator, in a worker of its own: it is large, and a password is measured while it is typed. */
export class StrengthMeter {
  private readonly worker: Worker;
  private latest = 0;

  constructor(tell: (strength: Strength) => void) {
    this.worker = new Worker(trustedScript(workerUrl), { type: "module" });
    this.worker.onmessage = ({ data }) => {
      const measured = v.safeParse(Measured, data);
      if (measured.success && measured.output.id === this.latest) {
        tell({ state: "measured", score: measured.output.score });
      }
    };
    this.worker.onerror = () => tell({ state: "unmeasured" });
  }

  measure(password: string): void {
    this.worker.postMessage({ id: ++this.latest, password });
  }

  close(): void {
    this.worker.terminate();
  }
}
