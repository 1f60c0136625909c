import { EnclaveError, type TypedData } from "@idos/enclave";

const TIMEOUT_MS = 2 * 60_000;

type Pending = {
  readonly id: string;
  readonly data: TypedData;
  readonly resolve: (signature: string) => void;
  readonly reject: (error: EnclaveError) => void;
  timer?: ReturnType<typeof setTimeout>;
};

/**
 * Asks the page's wallet for signatures, one at a time: a host that answers without an id can then
 * only mean the one that waits. Anything but a text is the wallet's no.
 */
export class SignRelay {
  private readonly queue: Pending[] = [];

  constructor(private readonly post: (id: string, data: TypedData) => void) {}

  sign(data: TypedData): Promise<string> {
    return new Promise((resolve, reject) => {
      this.queue.push({ id: crypto.randomUUID(), data, resolve, reject });
      if (this.queue.length === 1) {
        this.askFirst();
      }
    });
  }

  /** Takes the page's answer. Throws when nobody waits for it. */
  answer(signature: unknown, id?: string): void {
    const first = this.queue[0];
    if (!first || (id !== undefined && id !== first.id)) {
      throw new EnclaveError("no-resolver");
    }
    this.settle(first, (pending) =>
      typeof signature === "string" && signature !== ""
        ? pending.resolve(signature)
        : pending.reject(new EnclaveError("declined", "the wallet did not sign")),
    );
  }

  private askFirst(): void {
    const first = this.queue[0];
    if (first) {
      first.timer = setTimeout(
        () => this.settle(first, (pending) => pending.reject(new EnclaveError("timeout"))),
        TIMEOUT_MS,
      );
      this.post(first.id, first.data);
    }
  }

  private settle(pending: Pending, outcome: (pending: Pending) => void): void {
    clearTimeout(pending.timer);
    this.queue.shift();
    outcome(pending);
    this.askFirst();
  }
}
