/** A window for tests without a browser: events and messages to itself, as extensions use them. */
export class TestWindow extends EventTarget {
  readonly location = { origin: "http://page.localhost:1" };

  postMessage(data: unknown, origin: string): void {
    if (origin !== this.location.origin) {
      return;
    }
    const event = Object.assign(new Event("message"), {
      data: structuredClone(data),
      origin,
      source: this,
    });
    queueMicrotask(() => this.dispatchEvent(event));
  }
}

/** Makes a fresh window the global one. */
export function openPage(): TestWindow {
  const page = new TestWindow();
  Object.defineProperty(globalThis, "window", { value: page, configurable: true });
  return page;
}

type Data = Readonly<Record<string, unknown>>;

/** An extension in that window, answering what it understands. */
export function install(page: TestWindow, answer: (data: Data) => Promise<object | null>): void {
  page.addEventListener("message", (event) => {
    const { data } = event as MessageEvent<Data>;
    void answer(data).then((reply) => {
      if (reply) {
        page.postMessage(reply, page.location.origin);
      }
    });
  });
}
