import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

/**
 * A card that leads to a page. The router's own link follows every move of the person, which is too
 * much work for rows that come and go sixty times a second.
 */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  const { history } = useRouter();
  const go = (event: MouseEvent) => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.button === 0 && !elsewhere) {
      event.preventDefault();
      history.push(to);
    }
  };
  return (
    <a className="card row" href={history.createHref(to)} onClick={go}>
      {children}
    </a>
  );
}
