import type { ButtonHTMLAttributes, ReactNode } from "react";
import { words } from "../words.js";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: "primary" | "plain" | "danger";
};

/** A button that says what happens. */
export function Button({ kind = "plain", type = "button", className, ...rest }: ButtonProps) {
  return <button type={type} className={`button ${kind} ${className ?? ""}`} {...rest} />;
}

const SIGNS = {
  good: "M5 12.5 10 17.5 19 7",
  bad: "M6 6 18 18M18 6 6 18",
  open: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v6M12 16.8v.2",
  wait: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2",
} as const;

/** Status by sign, word and colour, never by colour alone. */
export function Badge({ sign, children }: { sign: keyof typeof SIGNS; children: ReactNode }) {
  return (
    <span className={`badge ${sign}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={SIGNS[sign]} />
      </svg>
      {children}
    </span>
  );
}

/** Work in progress, announced once. */
export function Working({ children }: { children: ReactNode }) {
  return (
    <p className="working" role="status">
      <span className="wheel" aria-hidden="true" />
      {children}
    </p>
  );
}

/** Where a page would be that could not start. */
export function Broken({ children }: { children: ReactNode }) {
  return (
    <main>
      <h1>{words.failure.start}</h1>
      {children}
    </main>
  );
}

type FrameProps = {
  readonly name: string;
  readonly office: { readonly href: string; readonly label: string };
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** The frame of a company's site. */
export function SiteFrame({ name, office, wide = false, children }: FrameProps) {
  return (
    <>
      <header className="site">
        <a href="/" className="brand">
          <span className="logo" aria-hidden="true" />
          {name}
        </a>
        <nav aria-label={words.nav}>
          <a href={office.href}>{office.label}</a>
        </nav>
      </header>
      <main className={wide ? "wide" : undefined}>{children}</main>
      <footer className="quiet">{words.pretend(name)}</footer>
    </>
  );
}

/** `0x7099…79C8`. */
export const brief = (text: string) =>
  text.length > 14 ? `${text.slice(0, 6)}…${text.slice(-4)}` : text;

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const TIME = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
export const day = (ms: number) => (Number.isFinite(ms) ? DAY.format(ms) : "");
export const time = (ms: number) => (Number.isFinite(ms) ? TIME.format(ms) : "");
export const moment = (iso: string) => time(Date.parse(iso));

/** `idDocumentNumber` as people read it. */
export const fieldName = (member: string) => {
  const known = words.members[member];
  if (known !== undefined) {
    return known;
  }
  const spaced = member.replace(/([A-Z])/g, " $1").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** `basic+liveness` as people read it: how thorough, and what was checked besides. */
export const levelName = (level: string) => {
  const [base = "", ...addons] = level.split("+").map((part) => words.levels[part] ?? part);
  return addons.length === 0 ? base : `${base} (${addons.join(", ")})`;
};

/** A date of a credential without its midnight. */
export const fieldValue = (value: string) =>
  /^\d{4}-\d{2}-\d{2}T00:00:00\.000Z$/.test(value) ? day(Date.parse(value)) : value;

export const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KiB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
