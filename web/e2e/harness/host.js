// A host page of the iframe protocol, written from its description alone: it knows nothing of our
// packages, only what a page that embeds any idOS enclave knows.

const SHOWN = new Set(["confirm", "backupUserEncryptionProfile", "ensureUserEncryptionProfile"]);

const host = {
  frame: null,
  origin: "",
  signer: null,

  async start(url, options) {
    host.origin = new URL(url).origin;
    document.getElementById("idos-enclave-iframe")?.remove();
    const frame = document.createElement("iframe");
    frame.id = "idos-enclave-iframe";
    frame.title = "idOS";
    frame.allow = "publickey-credentials-get; storage-access";
    frame.referrerPolicy = "origin";
    frame.sandbox =
      "allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts";
    Object.assign(frame.style, {
      aspectRatio: "4/1",
      background: "transparent",
      border: "none",
      display: "block",
      overflow: "hidden",
      width: "100%",
    });
    frame.src = url;
    await new Promise((resolve) => {
      frame.addEventListener("load", resolve, { once: true });
      document.querySelector("#idos").append(frame);
    });
    host.frame = frame;
    await host.call("load");
    await host.call("reconfigure", options);
  },

  async call(method, ...data) {
    const holder = host.frame.parentElement;
    if (SHOWN.has(method)) {
      holder.classList.add("visible");
    }
    try {
      return await host.post({ method, data });
    } finally {
      if (SHOWN.has(method)) {
        holder.classList.remove("visible");
      }
    }
  },

  post(message) {
    return new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        port1.close();
        data.error ? reject(data.error) : resolve(data.result);
      };
      host.frame.contentWindow.postMessage(message, host.origin, [port2]);
    });
  },
};

window.addEventListener("message", async ({ origin, data }) => {
  if (origin === host.origin && data?.type === "idOS:signTypedData" && host.signer) {
    await host.call("signTypedDataResponse", await host.signer(data.payload));
  }
});

window.host = host;
