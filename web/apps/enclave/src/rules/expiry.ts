import type { Vault } from "../vault/vault.js";

/** Browsers count a longer wait as none. */
const LONGEST_MS = 2 ** 31 - 1;

/** Removes keys when their time comes, not only when a page happens to load. */
export class ExpiryTimer {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly vault: Vault,
    private readonly now: () => number = Date.now,
  ) {}

  /** Sweeps now and sets the clock for the next expiry. Call it after a key was kept. */
  async wind(): Promise<void> {
    clearTimeout(this.timer);
    const next = await this.vault.sweep();
    if (next !== undefined) {
      const wait = Math.min(Math.max(next - this.now(), 0), LONGEST_MS);
      this.timer = setTimeout(() => void this.wind(), wait);
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
