import type { Answer, Ask } from "../asks.js";
import type { Vault } from "../vault/vault.js";
import type { Workshop } from "../workshop/workshop.js";
import type { SignRelay } from "./relay.js";

/** What the enclave of one page stands in. */
export type World = {
  /** The page that embeds the frame, as the browser names it. */
  readonly origin: string;
  /** Whether it is the person's own dashboard. */
  readonly isDashboard: boolean;
  readonly vault: Vault;
  /** Puts a question before the person. `shown` says whether the page promised to show the frame. */
  readonly ask: (ask: Ask, shown: boolean) => Promise<Answer>;
  readonly relay: SignRelay;
  /** Opens and seals contents, on another thread. */
  readonly work: Workshop;
  readonly now: () => number;
  /** Called after a key was kept, so that it is forgotten in time. */
  readonly kept: () => void;
};
