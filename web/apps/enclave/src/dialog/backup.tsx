import { passwordKeyAsync } from "@idos/protocol";
import { useState } from "preact/hooks";
import type { AskOf } from "../asks.js";
import { publicKeyOf } from "../vault/vault.js";
import { WORDS } from "../words.js";
import { BackupKit } from "./backup-kit.js";
import type { Desk } from "./desk.js";
import { Asker, Problem, Title, YesNo } from "./parts.js";
import { PasswordField, ProfileName } from "./password-field.js";

/** The password is not kept, so it is typed once more before it can be printed. */
export function BackupScreen({ ask, desk }: { ask: AskOf<"backup">; desk: Desk }) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState(false);

  const make = async () => {
    setBusy(true);
    setProblem(undefined);
    const secret = await passwordKeyAsync(password, ask.userId).catch(() => null);
    const matches = secret !== null && publicKeyOf(secret) === ask.expectedKey;
    setProblem(matches ? undefined : WORDS.unlock.wrong);
    setMade(matches);
    setBusy(false);
  };

  if (made) {
    return (
      <BackupKit
        userId={ask.userId}
        publicKey={ask.expectedKey}
        password={password}
        onDone={() => void desk.allow(ask, "backed-up")}
      />
    );
  }
  return (
    <main>
      <Title>{WORDS.backup.title}</Title>
      <Asker origin={ask.origin}>{WORDS.backup.who}</Asker>
      <p>{WORDS.backup.why}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
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
        <YesNo
          submit
          yes={busy ? WORDS.backup.making : WORDS.backup.make}
          no={WORDS.backup.later}
          onNo={() => void desk.decline(ask)}
          busy={busy}
        />
      </form>
    </main>
  );
}
