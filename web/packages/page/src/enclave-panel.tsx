import { useEffect, useRef } from "react";
import type { EnclaveDoor } from "./door.js";

type Props = {
  readonly enclave: EnclaveDoor;
  readonly title: string;
  readonly lead: string;
  readonly cancel: string;
};

/**
 * Where the enclave's frame lives. The bridge marks it `visible` while a click in it is needed;
 * then it lies above everything, dialogs included.
 */
export function EnclavePanel({ enclave, title, lead, cancel }: Props) {
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
      aria-label={title}
      data-react-aria-top-layer="true"
    >
      <h2>{title}</h2>
      <p>{lead}</p>
      <div ref={holder} className="enclave-frame" />
      <button type="button" className="button plain" onClick={enclave.cancel}>
        {cancel}
      </button>
    </section>
  );
}
