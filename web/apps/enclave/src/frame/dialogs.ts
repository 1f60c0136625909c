import { EnclaveError, type Progress, type RefusalCode } from "@idos/enclave";
import * as v from "valibot";
import { type Answer, type Ask, HELLO, READY, type ToDialog, ToFrame } from "../asks.js";
import type { LogEntry } from "../vault/records.js";
import type { FrameView } from "./view.js";

const WIDTH = 400;
const HEIGHT = 680;
const POLL_MS = 250;
/** A finished window stays this long, because the next question of the page often follows at once. */
const LINGER_MS = 700;
/** A question that the page does not show is given up after this. */
const HIDDEN_MS = 2_500;
const GIVE_UP_MS = 10 * 60_000;

type Question = {
  readonly id: number;
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: EnclaveError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
};

type Dialog =
  | { readonly state: "none" }
  | { readonly state: "opening"; readonly window: Window }
  | { readonly state: "open"; readonly window: Window; readonly port: MessagePort };

export type DialogsSettings = {
  readonly view: FrameView;
  readonly theme: () => "light" | "dark" | undefined;
  /** What was done without asking, for the person's log. */
  readonly unseen: () => Promise<LogEntry[]>;
  readonly seen: () => Promise<void>;
  /** Tells the page whether a click in the frame is needed. */
  readonly attention: (needed: boolean) => void;
};

/** The one window in which a person answers this page, and the questions that wait for it. */
export class Dialogs {
  private dialog: Dialog = { state: "none" };
  private readonly questions: Question[] = [];
  private asked: number | undefined;
  private nextId = 1;
  private needed = false;
  private lingering: ReturnType<typeof setTimeout> | undefined;
  private work: Progress | undefined;

  constructor(private readonly settings: DialogsSettings) {
    window.addEventListener("message", this.onMessage);
    window.addEventListener("pagehide", () => this.leave());
    settings.view.onClick(() => this.openWindow());
    setInterval(() => this.notice(), POLL_MS);
  }

  ask(ask: Ask, shown: boolean): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      const timer = setTimeout(() => this.drop(id, "timeout"), GIVE_UP_MS);
      this.questions.push({ id, ask, resolve, reject, timer });
      if (this.dialog.state === "open") {
        void this.putNext();
      } else if (this.dialog.state === "none") {
        this.invite(id, shown);
      }
      this.refresh();
    });
  }

  /** Shows long work where the person looks, and keeps an open window open until it is done. */
  working(progress: Progress): void {
    this.work = progress.done < progress.total ? progress : undefined;
    this.settings.view.working(this.work);
    if (this.dialog.state === "open" && this.asked === undefined) {
      void this.putNext();
    }
  }

  private invite(id: number, shown: boolean): void {
    if (navigator.userActivation?.isActive) {
      this.openWindow();
    }
    if (this.dialog.state === "none" && !shown) {
      setTimeout(() => {
        if (this.dialog.state === "none" && !this.settings.view.isShown()) {
          this.drop(id, "consent-needed");
        }
      }, HIDDEN_MS);
    }
  }

  private openWindow(): void {
    if (this.dialog.state !== "none") {
      this.dialog.window.focus();
      return;
    }
    // A name nobody can guess: a page could otherwise own a window of that name, or steer ours.
    const name = `idos-dialog-${crypto.randomUUID()}`;
    const left = Math.max(0, screen.width - WIDTH);
    const features = `height=${HEIGHT},left=${left},top=0,popup=1,width=${WIDTH}`;
    const opened = window.open(new URL("dialog.html", location.href), name, features);
    if (opened) {
      this.dialog = { state: "opening", window: opened };
    }
    this.settings.view.blocked(!opened);
    this.refresh();
  }

  private readonly onMessage = (event: MessageEvent) => {
    if (
      this.dialog.state === "none" ||
      event.source !== this.dialog.window ||
      event.origin !== location.origin ||
      event.data !== READY
    ) {
      return;
    }
    // A reload of the window says so again: it gets a new port and the same question.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => this.onAnswer(port1, data);
    this.dialog.window.postMessage(HELLO, location.origin, [port2]);
    this.dialog = { state: "open", window: this.dialog.window, port: port1 };
    this.asked = undefined;
    void this.putNext();
  };

  private onAnswer(port: MessagePort, data: unknown): void {
    const message = v.safeParse(ToFrame, data);
    if (!message.success || this.dialog.state !== "open" || this.dialog.port !== port) {
      return;
    }
    if (message.output.type === "ping") {
      post(port, { type: "pong" });
      return;
    }
    const { id, answer } = message.output;
    const question = this.take(id);
    if (question && this.asked === id) {
      this.asked = undefined;
      void this.settings.seen();
      question.resolve(answer);
      void this.putNext();
    }
    this.refresh();
  }

  private async putNext(): Promise<void> {
    clearTimeout(this.lingering);
    const [next] = this.questions;
    if (this.dialog.state !== "open" || this.asked !== undefined) {
      return;
    }
    const { port } = this.dialog;
    if (!next && this.work) {
      post(port, { type: "working", progress: this.work });
      return;
    }
    if (!next) {
      post(port, { type: "finished" });
      this.lingering = setTimeout(() => this.leave(), LINGER_MS);
      return;
    }
    this.asked = next.id;
    const theme = this.settings.theme();
    const log = await this.settings.unseen();
    post(port, { type: "ask", id: next.id, ask: next.ask, log, ...(theme && { theme }) });
  }

  /** Sees that the window has gone, however it went. */
  private notice(): void {
    if (this.dialog.state !== "none" && this.dialog.window.closed) {
      this.dialog = { state: "none" };
      this.asked = undefined;
      for (const { id } of [...this.questions]) {
        this.drop(id, "closed");
      }
    }
  }

  private leave(): void {
    if (this.dialog.state !== "none") {
      this.dialog.window.close();
      this.dialog = { state: "none" };
      this.asked = undefined;
    }
    this.refresh();
  }

  private drop(id: number, code: RefusalCode): void {
    this.take(id)?.reject(new EnclaveError(code));
    if (this.asked === id) {
      this.asked = undefined;
      void this.putNext();
    }
    this.refresh();
  }

  private take(id: number): Question | undefined {
    const at = this.questions.findIndex((question) => question.id === id);
    const [question] = at < 0 ? [] : this.questions.splice(at, 1);
    clearTimeout(question?.timer);
    return question;
  }

  private refresh(): void {
    const [first] = this.questions;
    this.settings.view.show(first?.ask, this.dialog.state !== "none");
    const needed = first !== undefined && this.dialog.state === "none";
    if (needed !== this.needed) {
      this.needed = needed;
      this.settings.attention(needed);
    }
  }
}

const post = (port: MessagePort, message: ToDialog) => port.postMessage(message);
