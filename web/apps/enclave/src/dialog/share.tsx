import { useState } from "preact/hooks";
import type { AskOf } from "../asks.js";
import { endOf, knownSince, lengthOf, WORDS } from "../words.js";
import { checkedName, type Desk, type Prepared } from "./desk.js";
import { Icon } from "./icons.js";
import { Fields, hostOf, Problem, Title, titleOf, YesNo } from "./parts.js";

type Props = { ask: AskOf<"share">; prepared: Prepared; desk: Desk };

/** The five answers: who, what, why, how long, and what then. */
export function ShareScreen({ ask, prepared, desk }: Props) {
  const checked = checkedName(ask, prepared.names);
  const name = checked ?? hostOf(ask.origin);
  const lock = lockOf(ask.lockedUntil, desk.now());
  const [agreed, setAgreed] = useState(false);
  const [problem, setProblem] = useState<string>();
  const share = () => {
    if (lock && !agreed) {
      setProblem(WORDS.share.lockNeeded);
      return;
    }
    void desk.allow(ask, "shared", checked ?? ask.consumer.name ?? ask.consumer.identifier);
  };
  return (
    <main>
      <Title>{WORDS.share.who(name)}</Title>
      <Who ask={ask} prepared={prepared} checked={checked} now={desk.now()} />
      <dl class="answers">
        <What ask={ask} prepared={prepared} />
        <div>
          <dt>
            {WORDS.share.why} ({WORDS.share.theirWords})
          </dt>
          <dd>
            <blockquote>{ask.purpose}</blockquote>
          </dd>
        </div>
        <div>
          <dt>{WORDS.share.howLong}</dt>
          <dd>
            {lock ? (
              <>
                <p>{WORDS.share.lockedUntil(lock.date, lock.length)}</p>
                <div class="tick">
                  <input
                    id="lock"
                    type="checkbox"
                    checked={agreed}
                    aria-describedby="lock-problem"
                    aria-invalid={problem !== undefined}
                    onChange={(event) => {
                      setAgreed(event.currentTarget.checked);
                      setProblem(undefined);
                    }}
                  />
                  <label for="lock">{WORDS.share.lockTick(lock.date)}</label>
                </div>
                <Problem id="lock-problem" text={problem} />
              </>
            ) : (
              <p>{ask.lockedUntil === 0 ? WORDS.share.openEnd : WORDS.share.pastLock}</p>
            )}
          </dd>
        </div>
        <div>
          <dt>{WORDS.share.afterwards}</dt>
          <dd>
            <p>{WORDS.share.after(name)}</p>
          </dd>
        </div>
      </dl>
      <YesNo yes={WORDS.share.allow(name)} onYes={share} onNo={() => void desk.decline(ask)} />
    </main>
  );
}

function Who({
  ask,
  prepared,
  checked,
  now,
}: Omit<Props, "desk"> & { checked: string | null; now: number }) {
  return (
    <div class="asker">
      {checked ? (
        <p class="verified">
          <Icon name="check" />
          <span>{WORDS.share.verified}</span>
        </p>
      ) : (
        <p>{ask.consumer.name ? WORDS.share.claims(ask.consumer.name) : WORDS.share.nameless}</p>
      )}
      {prepared.names === null ? <p class="quiet">{WORDS.share.unasked}</p> : null}
      <p>
        <span class="quiet">{WORDS.share.asksOn}</span> <span class="origin">{ask.origin}</span>
        <span class="quiet"> · {knownSince(prepared.since, now)}</span>
      </p>
    </div>
  );
}

function What({ ask, prepared }: Omit<Props, "desk">) {
  const { summary } = ask;
  return (
    <div>
      <dt>{WORDS.share.what}</dt>
      <dd>
        <p>
          <strong>{titleOf(summary)}</strong>
          <br />
          <span class="quiet">{issuerText(ask, prepared)}</span>
        </p>
        {summary.fields.length > 0 ? (
          <Fields names={summary.fields} />
        ) : (
          <p>{WORDS.share.noFields}</p>
        )}
      </dd>
    </div>
  );
}

function issuerText(ask: AskOf<"share">, { names }: Prepared): string {
  const known = names?.get(ask.issuerKey);
  if (known !== undefined && ask.issuerSigned) {
    return WORDS.share.issued(known);
  }
  const claimed = known ?? ask.summary.issuer;
  return claimed === "" ? WORDS.share.issuerUnknown : WORDS.share.issuedUnchecked(claimed);
}

function lockOf(lockedUntil: number, now: number): { date: string; length: string } | null {
  const until = lockedUntil * 1_000;
  return until > now ? { date: endOf(until, now), length: lengthOf(until - now) } : null;
}
