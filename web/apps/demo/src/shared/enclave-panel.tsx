import { useEffect, useRef } from "react";
import { words } from "../words.js";
import type { EnclaveDoor } from "./door.js";
import { Button } from "./parts.js";

/** Where the enclave's frame lives; the bridge marks it `visible` while a click in it is needed. */
export function EnclavePanel({ enclave }: { enclave: EnclaveDoor }) {
  const panel = useRef<HTMLElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = holder.current;
    if (!place) {
      return;
    }
    enclave.standAt(place);
    const follow = new MutationObserver(() => {
      const isNeeded = place.classList.contains("visible");
      const wasNeeded = panel.current?.classList.contains("needed") ?? false;
      panel.current?.classList.toggle("needed", isNeeded);
      if (isNeeded && !wasNeeded) {
        panel.current?.focus();
      }
    });
    follow.observe(place, { attributeFilter: ["class"] });
    return () => follow.disconnect();
  }, [enclave]);
  return (
    <section ref={panel} className="enclave" tabIndex={-1} aria-label={words.enclave.title}>
      <h2>{words.enclave.title}</h2>
      <p>{words.enclave.lead}</p>
      <div ref={holder} className="enclave-frame" />
      <Button onClick={enclave.giveUp}>{words.cancel}</Button>
    </section>
  );
}
