import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Summary } from "../rules/summary.js";
import { fieldName, WORDS } from "../words.js";
import { Icon } from "./icons.js";

/** A window under the pointer must not take the second half of a double click for a yes. */
const SETTLE_MS = 600;

export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

/** The heading of a screen; it takes the focus, so that a screen reader starts there. */
export function Title({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

export function Asker({ origin, children }: { origin: string; children: ComponentChildren }) {
  return (
    <p class="asker">
      <span class="origin">{origin}</span> <span>{children}</span>
    </p>
  );
}

export function Warning({ children }: { children: ComponentChildren }) {
  return (
    <div class="warning">
      <Icon name="warning" />
      <p>{children}</p>
    </div>
  );
}

export function Problem({ id, text }: { id: string; text: string | undefined }) {
  return (
    <div id={id} role="alert" class="problem">
      {text ? (
        <div class="error">
          <Icon name="cross" />
          <p>{text}</p>
        </div>
      ) : null}
    </div>
  );
}

/** Yes and no, equally large and equally near. */
export function YesNo({
  yes,
  no = WORDS.declined,
  onYes,
  onNo,
  busy = false,
  submit = false,
}: {
  yes: string;
  no?: string;
  onYes?: () => void;
  onNo: () => void;
  busy?: boolean;
  submit?: boolean;
}) {
  const settled = useSettled();
  return (
    <div class="buttons">
      <button
        type={submit ? "submit" : "button"}
        class="button primary"
        disabled={!settled || busy}
        onClick={onYes}
      >
        {yes}
      </button>
      <button type="button" class="button" disabled={!settled || busy} onClick={onNo}>
        {no}
      </button>
    </div>
  );
}

export function Fields({ names }: { names: readonly string[] }) {
  return (
    <ul class="fields">
      {names.map((name) => (
        <li key={name}>{fieldName(name)}</li>
      ))}
    </ul>
  );
}

export const titleOf = ({ kind, level }: Summary): string =>
  level === "" ? WORDS.kinds[kind] : `${WORDS.kinds[kind]}, ${WORDS.level(level)}`;

export const hostOf = (origin: string): string =>
  URL.canParse(origin) ? new URL(origin).host : origin;
