import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { applyTheme, type Theme, theme } from "../frame/theme.js";
import { useAnnounce } from "../parts/announcer.js";
import { Button } from "../parts/button.js";
import { FailureNote } from "../parts/failure.js";
import { Identifier } from "../parts/identifier.js";
import { Page } from "../parts/page.js";
import { useWork } from "../parts/use-work.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";
import { DeleteAccount } from "./delete-account.js";
import { ExportAll } from "./export-all.js";

export function SettingsPage() {
  const me = useMe();
  return (
    <Page title={words.settings.title}>
      <div className="stack">
        <Backup />
        <ExportAll />
        <Look />
        <Connected />
        <section className="card stack" aria-labelledby="keepers">
          <h2 id="keepers">{words.settings.operators}</h2>
          <p>
            <Link to="/operators">{words.operators.title}</Link>
          </p>
          <p className="quiet">{words.settings.version(me.idle.chainId)}</p>
          <p className="quiet">
            {words.settings.profile}:{" "}
            <Identifier text={me.profile.id} what={words.settings.copyId} />
          </p>
        </section>
        <DeleteAccount />
      </div>
    </Page>
  );
}

/** The way out: on a phone the only one. */
function Connected() {
  const me = useMe();
  const { session } = usePlace();
  return (
    <section className="card stack" aria-labelledby="connected">
      <h2 id="connected">{words.settings.connected}</h2>
      <Identifier text={me.signer.address} what={me.signer.walletType} />
      <div>
        <Button onPress={() => void session.disconnect()}>{words.signOut}</Button>
      </div>
    </section>
  );
}

function Backup() {
  const me = useMe();
  const { enclave } = usePlace();
  const announce = useAnnounce();
  const { isRunning, error, run } = useWork();
  const backup = () =>
    run(async () => {
      await me.credentials.tellProfile(enclave);
      await enclave.call("ensureUserEncryptionProfile");
      await enclave.call("backupUserEncryptionProfile");
      announce(words.settings.backedUp);
    });
  return (
    <section className="card stack" aria-labelledby="key">
      <h2 id="key">{words.settings.key}</h2>
      <p className="quiet">{words.settings.keyNote}</p>
      {error !== null && <FailureNote error={error} />}
      <div>
        <Button kind="primary" pending={isRunning} onPress={() => void backup()}>
          {words.settings.backup}
        </Button>
      </div>
    </section>
  );
}

const THEMES = ["system", "light", "dark"] as const satisfies readonly Theme[];

function Look() {
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    applyTheme(next);
    setChosen(next);
  };
  return (
    <section className="card stack">
      <h2 id="look">{words.settings.look}</h2>
      <fieldset className="options" aria-labelledby="look">
        {THEMES.map((each) => (
          <label key={each} className="option">
            <input
              type="radio"
              name="theme"
              checked={chosen === each}
              onChange={() => choose(each)}
            />
            {words.settings.theme[each]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
