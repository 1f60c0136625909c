import { EnclaveError } from "@idos/enclave";
import type { Answer, ReadItem } from "../asks.js";

/** How long to wait for the other contents of the same click. */
const GATHER_MS = 60;

type Waiting = {
  readonly item: ReadItem;
  readonly resolve: (reads: "all" | string[]) => void;
  readonly reject: (error: unknown) => void;
};

/** Gathers what a page wants to read into one question, so that a list does not ask line by line. */
export class Reads {
  private readonly batches = new Map<string, Waiting[]>();

  constructor(private readonly put: (userId: string, items: ReadItem[]) => Promise<Answer>) {}

  /** What the person lets the page read, this content among it. */
  ask(userId: string, item: ReadItem): Promise<"all" | string[]> {
    return new Promise((resolve, reject) => {
      const batch = this.batches.get(userId);
      if (batch) {
        batch.push({ item, resolve, reject });
        return;
      }
      this.batches.set(userId, [{ item, resolve, reject }]);
      setTimeout(() => void this.send(userId), GATHER_MS);
    });
  }

  private async send(userId: string): Promise<void> {
    const batch = this.batches.get(userId) ?? [];
    this.batches.delete(userId);
    const items = new Map(batch.map(({ item }) => [item.fingerprint, item]));
    try {
      const answer = await this.put(userId, [...items.values()]);
      for (const { item, resolve, reject } of batch) {
        const reads = answer.kind === "reads" ? answer.reads : [];
        const allowed = reads === "all" || reads.includes(item.fingerprint);
        allowed
          ? resolve(reads === "all" ? "all" : [item.fingerprint])
          : reject(new EnclaveError("declined"));
      }
    } catch (error) {
      for (const { reject } of batch) {
        reject(error);
      }
    }
  }
}
