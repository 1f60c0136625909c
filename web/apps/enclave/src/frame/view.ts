import type { Progress } from "@idos/enclave";
import type { Ask } from "../asks.js";
import { sizeOf, WORDS } from "../words.js";

const IDS = ["unlock", "confirm", "backup"] as const;
type ButtonId = (typeof IDS)[number];

/** The frame's own face: one button that opens the window, and why it did not. */
export class FrameView {
  private readonly buttons: Record<ButtonId, HTMLButtonElement>;
  private readonly note = document.createElement("p");
  private readonly bar = document.createElement("progress");
  private inView = true;
  private covered = false;

  constructor(root: HTMLElement) {
    this.buttons = {
      unlock: button("unlock"),
      confirm: button("confirm"),
      backup: button("backup"),
    };
    this.note.className = "frame-note";
    this.note.setAttribute("role", "status");
    this.bar.hidden = true;
    root.append(...Object.values(this.buttons), this.note, this.bar);
    this.watch(root);
  }

  onClick(listener: () => void): void {
    for (const each of Object.values(this.buttons)) {
      each.addEventListener("click", (event) => {
        if (!event.isTrusted) {
          return;
        }
        if (this.covered) {
          this.note.textContent = WORDS.frame.covered;
          return;
        }
        listener();
      });
    }
  }

  /** Shows the button for a question; it rests while the window is open. */
  show(ask: Ask | undefined, open: boolean): void {
    const wanted = ask && idFor(ask);
    for (const id of IDS) {
      const each = this.buttons[id];
      each.hidden = id !== wanted;
      each.disabled = open;
    }
    if (!ask || !wanted) {
      this.note.textContent = "";
      return;
    }
    const isNew = ask.kind === "unlock" && ask.mode === "new";
    this.buttons[wanted].classList.toggle("create", isNew);
    this.buttons[wanted].textContent = open ? WORDS.frame.waiting : labelFor(ask);
  }

  /** Says that the browser did not open the window. */
  blocked(blocked: boolean): void {
    this.note.textContent = blocked ? WORDS.frame.blocked : "";
  }

  /** Says what takes long, and how far it is. */
  working(progress: Progress | undefined): void {
    this.bar.hidden = progress === undefined;
    if (progress) {
      this.bar.max = progress.total;
      this.bar.value = progress.done;
      this.bar.setAttribute("aria-label", WORDS.long[progress.work](sizeOf(progress.bytes)));
    }
  }

  /** Whether a person could see the frame: a page may keep it hidden. */
  isShown(): boolean {
    return this.inView && innerWidth > 0 && innerHeight > 0;
  }

  private watch(root: HTMLElement): void {
    if (!("IntersectionObserver" in window)) {
      return;
    }
    new IntersectionObserver((entries) => {
      this.inView = entries.some((entry) => entry.isIntersecting);
    }).observe(root);
    // Where the browser can tell, a button under another layer or made transparent does not work.
    const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
    new IntersectionObserver((entries) => {
      const last = entries.at(-1) as
        | (IntersectionObserverEntry & { isVisible?: boolean })
        | undefined;
      this.covered = last?.isIntersecting === true && last.isVisible === false;
      root.toggleAttribute("data-covered", this.covered);
    }, options).observe(root);
  }
}

function button(id: ButtonId): HTMLButtonElement {
  const element = document.createElement("button");
  element.id = id;
  element.type = "button";
  element.hidden = true;
  return element;
}

function idFor(ask: Ask): ButtonId {
  return ask.kind === "unlock" || ask.kind === "backup" ? ask.kind : "confirm";
}

function labelFor(ask: Ask): string {
  if (ask.kind === "unlock") {
    return ask.mode === "new" ? WORDS.frame.create : WORDS.frame.unlock;
  }
  return ask.kind === "backup" ? WORDS.frame.backup : WORDS.frame.confirm;
}
