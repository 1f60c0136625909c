import { loadConfig } from "../config.js";
import { ExpiryTimer } from "../rules/expiry.js";
import { adoptLegacy } from "../vault/legacy.js";
import { Vault } from "../vault/vault.js";
import { WorkerShop } from "../workshop/workshop.js";
import { Dialogs } from "./dialogs.js";
import { Enclave } from "./enclave.js";
import { Gate } from "./gate.js";
import { SignRelay } from "./relay.js";
import { FrameView } from "./view.js";

/** The frame: read from top to bottom to see what stands between a page and a key. */
function start(): void {
  if (window.top === window) {
    location.replace(new URL("home.html", location.href));
    return;
  }
  const root = document.getElementById("app");
  if (!root) {
    return;
  }
  const view = new FrameView(root);
  const embedding = () => ({
    ancestors: location.ancestorOrigins && [...location.ancestorOrigins],
    referrer: document.referrer,
    self: location.origin,
  });
  const gate = new Gate(embedding, (origin) => enter(origin, view));
  window.addEventListener("message", (event) => {
    const [port] = event.ports;
    const { origin, data } = event;
    void gate.knock({ origin, data, port, fromParent: event.source === window.parent });
  });
}

async function enter(origin: string, view: FrameView) {
  const [config, vault] = await Promise.all([loadConfig(), Vault.open()]);
  await adoptLegacy(() => localStorage, vault, Date.now);
  const timer = new ExpiryTimer(vault);
  await timer.wind();
  let theme: "light" | "dark" | undefined;
  const toParent = (message: unknown) => window.parent.postMessage(message, origin);
  const dialogs = new Dialogs({
    view,
    theme: () => theme,
    unseen: () => vault.log(),
    seen: () => vault.clearLog(),
    attention: (needed) => toParent({ type: "idOS:attention", needed }),
  });
  const relay = new SignRelay((id, payload) =>
    toParent({ type: "idOS:signTypedData", id, payload }),
  );
  const shop = new WorkerShop((progress) => {
    dialogs.working(progress);
    toParent(progress);
  });
  const enclave = new Enclave({
    origin,
    isDashboard: config.dashboards.includes(origin),
    vault,
    relay,
    work: shop.run,
    ask: (ask, shown) => dialogs.ask(ask, shown),
    now: Date.now,
    kept: () => void timer.wind(),
  });
  toParent({ type: "idOS:attention", needed: false });
  const { handlers } = enclave;
  return {
    ...handlers,
    reconfigure: (options: Parameters<typeof handlers.reconfigure>[0]) => {
      if (Object.hasOwn(options, "theme")) {
        theme = options.theme ?? undefined;
        document.documentElement.dataset["theme"] = theme ?? "";
      }
      return handlers.reconfigure(options);
    },
  };
}

start();
