import type { Mark } from "../vault/records.js";
import { WORDS } from "../words.js";
import { Icon } from "./icons.js";
import { Picture } from "./pictures.js";

/** The frame every window of the enclave has: bar, lock, its own address, the person's picture. */
export function Bar() {
  return (
    <header class="bar">
      <Icon name="lock" />
      <span class="address">
        {location.origin}
        <span class="product">{WORDS.product}</span>
      </span>
    </header>
  );
}

export function Owner({ mark }: { mark: Mark | undefined }) {
  return (
    <section class="owner" aria-label={WORDS.header.label}>
      {mark ? (
        <>
          <Picture of={mark.picture} label={WORDS.mark.names[mark.picture] ?? ""} />
          <p>
            <strong>{mark.phrase}</strong>
            <span class="quiet small">{WORDS.header.yours}</span>
          </p>
        </>
      ) : (
        <p class="quiet small">{WORDS.header.none}</p>
      )}
    </section>
  );
}
