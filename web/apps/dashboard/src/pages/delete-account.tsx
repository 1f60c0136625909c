import type { Remains } from "@idos/client";
import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { date } from "../dates.js";
import { useAnnounce } from "../parts/announcer.js";
import { Button } from "../parts/button.js";
import { Confirm } from "../parts/confirm.js";
import { FailureNote } from "../parts/failure.js";
import { useWork } from "../parts/use-work.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";

/** Deleting everything: what goes, what stays and until when, and a word to type. */
export function DeleteAccount() {
  const me = useMe();
  const { session } = usePlace();
  const [remains, setRemains] = useState<Remains | null>(null);
  const [typed, setTyped] = useState("");
  const { isRunning, error, run } = useWork();
  const announce = useAnnounce();
  const { settings } = words;
  const ask = () =>
    run(async () => {
      setTyped("");
      setRemains(await me.account.remains(Date.now()));
    });
  const remove = () =>
    run(async () => {
      await me.account.remove();
      announce(settings.accountDone);
      await session.disconnect();
    });
  return (
    <section className="card stack" aria-labelledby="account">
      <h2 id="account">{settings.account}</h2>
      <p className="quiet">{settings.accountNote}</p>
      {error !== null && <FailureNote error={error} />}
      <div>
        <Button kind="danger" pending={isRunning} onPress={() => void ask()}>
          {settings.account}
        </Button>
      </div>
      <Confirm
        title={settings.accountTitle}
        action={settings.accountButton}
        isOpen={remains !== null}
        disabled={typed !== settings.accountWord}
        onClose={() => setRemains(null)}
        onConfirm={() => void remove()}
      >
        <p>{settings.accountGoes}</p>
        <p>
          {remains && remains.locked.length > 0
            ? settings.accountStays(remains.locked.length, date(remains.until * 1000))
            : settings.accountNothing}
        </p>
        <p className="quiet">{settings.accountKept}</p>
        <TextField value={typed} onChange={setTyped} className="field">
          <Label>{settings.accountType(settings.accountWord)}</Label>
          <Input autoComplete="off" />
        </TextField>
      </Confirm>
    </section>
  );
}
