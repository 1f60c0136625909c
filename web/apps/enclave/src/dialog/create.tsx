import { passwordKeyAsync } from "@idos/protocol";
import { useEffect, useRef, useState } from "preact/hooks";
import type { AskOf } from "../asks.js";
import type { Keeping } from "../rules/consents.js";
import { type OpenProfile, publicKeyOf } from "../vault/vault.js";
import { WORDS } from "../words.js";
import { BackupKit } from "./backup-kit.js";
import type { Desk } from "./desk.js";
import { KeepChoice } from "./keep-choice.js";
import { MarkScreen } from "./mark.js";
import { Asker, Problem, Title, Warning, YesNo } from "./parts.js";
import { PasswordField, ProfileName } from "./password-field.js";
import { isStrong, type Strength, StrengthMeter } from "./strength.js";

type Made = { readonly profile: OpenProfile; readonly until: number };
type Step =
  | { readonly step: "password" }
  | ({ readonly step: "mark" } & Made)
  | ({ readonly step: "offer" } & Made)
  | ({ readonly step: "kit" } & Made);

/** A new key: password, picture, and a page to print while the password is still known. */
export function CreateScreen({ ask, desk }: { ask: AskOf<"unlock">; desk: Desk }) {
  const [step, setStep] = useState<Step>({ step: "password" });
  const [password, setPassword] = useState("");
  const [keeping, setKeeping] = useState<Keeping>("week");
  const finish = ({ profile, until }: Made) =>
    desk.unlocked(ask, profile, until, keeping, "created");

  switch (step.step) {
    case "password":
      return (
        <NewPassword
          ask={ask}
          desk={desk}
          password={password}
          setPassword={setPassword}
          keeping={keeping}
          setKeeping={setKeeping}
          onMade={async (profile) => {
            const until = await desk.keep(ask, profile, keeping);
            setStep({ step: "mark", profile, until });
          }}
        />
      );
    case "mark":
      return (
        <MarkScreen
          onChosen={async (mark) => {
            await desk.mark(ask, mark);
            setStep({ ...step, step: "offer" });
          }}
        />
      );
    case "offer":
      return (
        <main>
          <Title>{WORDS.backup.offerTitle}</Title>
          <p>{WORDS.backup.offerWhy}</p>
          <YesNo
            yes={WORDS.backup.offer}
            no={WORDS.backup.skip}
            onYes={() => setStep({ ...step, step: "kit" })}
            onNo={() => void finish(step)}
          />
        </main>
      );
    case "kit":
      return (
        <BackupKit
          userId={ask.userId}
          publicKey={step.profile.publicKey}
          password={password}
          onDone={() => void finish(step)}
        />
      );
  }
}

function NewPassword({
  ask,
  desk,
  password,
  setPassword,
  keeping,
  setKeeping,
  onMade,
}: {
  ask: AskOf<"unlock">;
  desk: Desk;
  password: string;
  setPassword: (password: string) => void;
  keeping: Keeping;
  setKeeping: (keeping: Keeping) => void;
  onMade: (profile: OpenProfile) => Promise<void>;
}) {
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const strength = useStrength(password);

  const create = async () => {
    const wrong = !isStrong(password, strength)
      ? WORDS.create.weak
      : password.normalize("NFKC") !== again.normalize("NFKC")
        ? WORDS.create.differ
        : undefined;
    setProblem(wrong);
    if (wrong) {
      return;
    }
    setBusy(true);
    try {
      const secret = await passwordKeyAsync(password, ask.userId);
      const publicKey = publicKeyOf(secret);
      await onMade({ userId: ask.userId, publicKey, passwordStore: "user", secret });
    } catch {
      setProblem(WORDS.unlock.badUser);
      setBusy(false);
    }
  };

  return (
    <main>
      <Title>{WORDS.create.title}</Title>
      <Asker origin={ask.origin}>{WORDS.create.who}</Asker>
      <Warning>{WORDS.create.why}</Warning>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <ProfileName userId={ask.userId} />
        <PasswordField
          id="password"
          label={WORDS.create.password}
          value={password}
          onInput={setPassword}
          autocomplete="new-password"
          invalid={problem === WORDS.create.weak}
          errorId="problem"
        />
        <Meter strength={strength} empty={password === ""} />
        <PasswordField
          id="again"
          label={WORDS.create.again}
          value={again}
          onInput={setAgain}
          autocomplete="new-password"
          invalid={problem === WORDS.create.differ}
          errorId="problem"
        />
        <Problem id="problem" text={problem} />
        <KeepChoice value={keeping} onChange={setKeeping} />
        <YesNo
          submit
          yes={busy ? WORDS.create.creating : WORDS.create.create}
          onNo={() => void desk.decline(ask)}
          busy={busy}
        />
      </form>
    </main>
  );
}

function useStrength(password: string): Strength | undefined {
  const [strength, setStrength] = useState<Strength>();
  const meter = useRef<StrengthMeter>(undefined);
  useEffect(() => {
    meter.current = new StrengthMeter(setStrength);
    return () => meter.current?.close();
  }, []);
  useEffect(() => {
    setStrength(undefined);
    meter.current?.measure(password);
  }, [password]);
  return strength;
}

function Meter({ strength, empty }: { strength: Strength | undefined; empty: boolean }) {
  const score = !empty && strength?.state === "measured" ? strength.score : -1;
  const word = empty
    ? ""
    : strength === undefined
      ? WORDS.create.measuring
      : strength.state === "unmeasured"
        ? WORDS.create.unmeasured
        : (WORDS.create.levels[strength.score] ?? "");
  return (
    <div class="meter">
      <div class={score >= 3 ? "bars good" : "bars"} aria-hidden="true">
        {WORDS.create.levels.map((level, index) => (
          <span key={level} class={index <= score ? "on" : ""} />
        ))}
      </div>
      <p class="small" role="status">
        {WORDS.create.meter}: <strong id="strength">{word}</strong>
      </p>
    </div>
  );
}
