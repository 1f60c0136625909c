import { passwordKeyAsync } from "@idos/protocol";
import { useState } from "preact/hooks";
import type { AskOf } from "../asks.js";
import type { Keeping } from "../rules/consents.js";
import { type OpenProfile, publicKeyOf } from "../vault/vault.js";
import { dateOf, WORDS } from "../words.js";
import { CreateScreen } from "./create.js";
import type { Desk, Prepared } from "./desk.js";
import { KeepChoice } from "./keep-choice.js";
import { MarkScreen } from "./mark.js";
import { Asker, hostOf, Problem, Title, Warning, YesNo } from "./parts.js";
import { PasswordField, ProfileName } from "./password-field.js";

type Props = { ask: AskOf<"unlock">; prepared: Prepared; desk: Desk };

/** A key that is here needs a yes; one that is not needs its password; a new one is made. */
export function UnlockScreen(props: Props) {
  if (props.prepared.kept || props.ask.held) {
    return <ConsentScreen {...props} />;
  }
  return props.ask.mode === "new" ? <CreateScreen {...props} /> : <PasswordScreen {...props} />;
}

function WhatItCan() {
  return (
    <div class="card">
      <h2>{WORDS.unlock.what}</h2>
      <ul>
        {WORDS.unlock.can.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{WORDS.unlock.cannot}</p>
    </div>
  );
}

function ConsentScreen({ ask, prepared: { kept }, desk }: Props) {
  return (
    <main>
      <Title>{WORDS.consent.title}</Title>
      <Asker origin={ask.origin}>{WORDS.consent.who}</Asker>
      <WhatItCan />
      {kept ? <p class="quiet">{WORDS.consent.until(dateOf(kept.until))}</p> : null}
      <YesNo
        yes={WORDS.consent.allow(hostOf(ask.origin))}
        onYes={() => void desk.permitKept(ask, kept)}
        onNo={() => void desk.decline(ask)}
      />
    </main>
  );
}

type Step =
  | { readonly step: "password" }
  | { readonly step: "mark"; readonly profile: OpenProfile; readonly until: number };

function PasswordScreen({ ask, prepared, desk }: Props) {
  const [step, setStep] = useState<Step>({ step: "password" });
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const checked = ask.expectedKey !== undefined;
  const [keeping, setKeeping] = useState<Keeping>(checked ? "week" : "visit");

  const unlock = async () => {
    if (password === "") {
      setProblem(WORDS.unlock.empty);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    const opened = await openedBy(password, ask);
    if (typeof opened === "string") {
      setProblem(opened);
      setBusy(false);
      return;
    }
    const until = await desk.keep(ask, opened, keeping);
    if (keeping === "visit" || prepared.mark) {
      await desk.unlocked(ask, opened, until, keeping, "unlocked");
    } else {
      setStep({ step: "mark", profile: opened, until });
    }
  };

  if (step.step === "mark") {
    return (
      <MarkScreen
        onChosen={async (mark) => {
          await desk.mark(ask, mark);
          await desk.unlocked(ask, step.profile, step.until, keeping, "unlocked");
        }}
      />
    );
  }
  return (
    <main>
      <Title>{WORDS.unlock.title}</Title>
      <Asker origin={ask.origin}>{WORDS.unlock.who}</Asker>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <ProfileName userId={ask.userId} />
        <PasswordField
          id="password"
          label={WORDS.unlock.password}
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
          invalid={problem !== undefined}
          errorId="problem"
        />
        <Problem id="problem" text={problem} />
        {checked ? (
          <KeepChoice value={keeping} onChange={setKeeping} />
        ) : (
          <Warning>{WORDS.unlock.unchecked}</Warning>
        )}
        <YesNo
          submit
          yes={busy ? WORDS.unlock.unlocking : WORDS.unlock.unlock}
          no={WORDS.unlock.cancel}
          onNo={() => void desk.decline(ask)}
          busy={busy}
        />
      </form>
      <WhatItCan />
    </main>
  );
}

/** The profile a password opens, or the sentence that says why it does not. */
async function openedBy(password: string, ask: AskOf<"unlock">): Promise<OpenProfile | string> {
  try {
    const secret = await passwordKeyAsync(password, ask.userId);
    const publicKey = publicKeyOf(secret);
    if (ask.expectedKey !== undefined && ask.expectedKey !== publicKey) {
      return WORDS.unlock.wrong;
    }
    return { userId: ask.userId, publicKey, passwordStore: "user", secret };
  } catch {
    return WORDS.unlock.badUser;
  }
}
