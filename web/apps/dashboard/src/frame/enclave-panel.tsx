import { useEffect, useRef } from "react";
import { Button } from "../parts/button.js";
import { usePlace } from "../session/context.js";
import { words } from "../words.js";

/**
 * Where the enclave's frame lives. The bridge marks it `visible` while a click in it is needed;
 * then it lies above everything, dialogs included.
 */
export function EnclavePanel() {
  const { enclave } = usePlace();
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
    <section
      ref={panel}
      className="enclave"
      tabIndex={-1}
      aria-label={words.enclave.title}
      data-react-aria-top-layer="true"
    >
      <h2>{words.enclave.title}</h2>
      <p>{words.enclave.lead}</p>
      <div ref={holder} className="enclave-frame" />
      <Button onPress={enclave.cancel}>{words.cancel}</Button>
    </section>
  );
}
