import { Link, Outlet } from "@tanstack/react-router";
import { useWallets } from "../data/queries.js";
import { short } from "../dates.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";

const ITEMS = [
  { to: "/", icon: "data", long: words.nav.data, brief: words.navShort.data },
  {
    to: "/shared-with-others",
    icon: "others",
    long: words.nav.others,
    brief: words.navShort.others,
  },
  { to: "/shared-with-me", icon: "me", long: words.nav.me, brief: words.navShort.me },
  { to: "/wallets", icon: "wallets", long: words.nav.wallets, brief: words.navShort.wallets },
  { to: "/operators", icon: "operators", long: words.nav.operators, brief: null },
  { to: "/settings", icon: "settings", long: words.nav.settings, brief: words.navShort.settings },
] as const;

/** The frame around every page: a list at the side, or a bar of five at the bottom of a phone. */
export function Shell() {
  const me = useMe();
  const { session } = usePlace();
  const wallets = useWallets();
  const hasOne = wallets.data?.length === 1;
  return (
    <div className="shell">
      <button
        type="button"
        className="skip"
        onClick={() => document.getElementById("main")?.focus()}
      >
        {words.skip}
      </button>
      <nav className="nav" aria-label={words.menu}>
        <p className="brand">{words.product}</p>
        <ul>
          {ITEMS.map(({ to, icon, long, brief }) => (
            <li key={to} className={brief === null ? "wide-only" : undefined}>
              <Link to={to} activeOptions={{ exact: to === "/" }}>
                <Icon name={icon} />
                <span className="long">{long}</span>
                <span className="brief">{brief}</span>
                {to === "/wallets" && hasOne && (
                  <span className="mark">
                    <Icon name="warning" />
                    <span className="sr">{words.wallets.backup}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
        <div className="who">
          <code>{short(me.signer.address)}</code>
          <Button kind="quiet" onPress={() => void session.disconnect()}>
            {words.signOut}
          </Button>
        </div>
      </nav>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
