import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import * as v from "valibot";
import { notices } from "../data/notices.js";
import type { Holding } from "../data/queries.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { words } from "../words.js";

const KEY = "idos-seen-notices";
const Seen = v.fallback(v.array(v.string()), []);
const MOST_SHOWN = 5;

function seen(): readonly string[] {
  try {
    return v.parse(Seen, JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
}

type Props = {
  readonly holdings: readonly Holding[];
  readonly names: ReadonlyMap<string, string>;
};

/** What a person should look at, until they say that they have. */
export function NoticeList({ holdings, names }: Props) {
  const [dismissed, setDismissed] = useState(seen);
  const all = useMemo(() => notices(holdings, names, Date.now()), [holdings, names]);
  const open = all.filter(({ id }) => !dismissed.includes(id)).slice(0, MOST_SHOWN);
  const dismiss = (id: string) => {
    const next = [...dismissed, id];
    localStorage.setItem(KEY, JSON.stringify(next));
    setDismissed(next);
  };
  if (open.length === 0) {
    return null;
  }
  return (
    <section className="notices" aria-label={words.notices.title}>
      {open.map(({ id, text, credentialId }) => (
        <div key={id} className="note warning">
          <Icon name="warning" />
          <p>
            {text}{" "}
            <Link
              to="/credentials/$id"
              params={{ id: credentialId }}
              aria-label={`${words.notices.look}: ${text}`}
            >
              {words.notices.look}
            </Link>
          </p>
          <Button
            kind="quiet"
            label={`${words.notices.dismiss}: ${text}`}
            onPress={() => dismiss(id)}
          >
            <Icon name="wrong" />
          </Button>
        </div>
      ))}
    </section>
  );
}
