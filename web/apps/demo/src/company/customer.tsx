import type { VisitState } from "@idos/page";
import { useCallback, useEffect, useState } from "react";
import { sentence } from "../shared/api.js";
import { elsewhere } from "../shared/elsewhere.js";
import { FailureNote } from "../shared/failure.js";
import type { Place } from "../shared/open.js";
import { Badge, Button, day, levelName, Working } from "../shared/parts.js";
import { words } from "../words.js";
import { openAccount, type Step } from "./open-account.js";
import { Asked } from "./page.js";
import { ends, findUsable, type Usable } from "./usable.js";
import type { Company, Opening } from "./wire.js";

type Props = {
  readonly place: Place;
  readonly known: Extract<VisitState, { state: "logged-in" }>;
  readonly company: Company;
};

/** A person with a profile: their usable proof, the choice among issuers, and the account. */
export function Customer({ place, known, company }: Props) {
  const { me, wallet } = known;
  const [usable, setUsable] = useState<readonly Usable[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const look = useCallback(async () => {
    setUsable(null);
    setFailure(null);
    try {
      const found = await findUsable(me, company);
      setUsable(found);
      setChosen((before) => before ?? found[0]?.issuer.publicKey ?? null);
    } catch (error) {
      setFailure(error);
      setUsable([]);
    }
  }, [me, company]);
  useEffect(() => void look(), [look]);

  const proof = usable?.find(({ issuer }) => issuer.publicKey === chosen) ?? null;
  const go = async () => {
    if (!proof) {
      return;
    }
    setFailure(null);
    try {
      const given = (grant: NonNullable<Usable["given"]>) =>
        setUsable(
          (before) =>
            before?.map((one) => (one === proof ? { ...one, given: grant } : one)) ?? null,
        );
      setOpening(await openAccount(me, place.enclave, company, proof, setStep, given));
    } catch (error) {
      setFailure(error);
    } finally {
      setStep(null);
    }
  };

  if (opening) {
    return (
      <Answer
        opening={opening}
        company={company}
        dashboard={elsewhere(place.config.dashboardUrl, wallet)}
        onAgain={() => {
          setOpening(null);
          void look();
        }}
      />
    );
  }
  if (usable === null) {
    return <Working>{words.company.looking}</Working>;
  }
  return (
    <>
      <Asked company={company} />
      <section className="card stack">
        <fieldset>
          <legend>{words.company.issuer}</legend>
          {company.issuers.map((issuer) => {
            const has = usable.some((one) => one.issuer.publicKey === issuer.publicKey);
            return (
              <div key={issuer.publicKey} className="choice">
                <label className="tick">
                  <input
                    type="radio"
                    name="issuer"
                    checked={chosen === issuer.publicKey}
                    disabled={!has}
                    onChange={() => setChosen(issuer.publicKey)}
                  />
                  <span>
                    {issuer.name}:{" "}
                    <span className="quiet">{has ? words.company.usable : words.company.none}</span>
                  </span>
                </label>
                {!has &&
                  (issuer.url === "" ? (
                    <small className="quiet">{words.company.closed}</small>
                  ) : (
                    <a
                      className={`button ${proof ? "plain" : "primary"}`}
                      href={elsewhere(issuer.url, wallet)}
                    >
                      {words.company.get(issuer.name)}
                    </a>
                  ))}
              </div>
            );
          })}
        </fieldset>
        {proof && (
          <p>
            {words.company.found(levelName(proof.credential.notes.level ?? ""), proof.issuer.name)}{" "}
            {Number.isFinite(ends(proof.credential)) &&
              words.company.ends(day(ends(proof.credential)))}
          </p>
        )}
        {failure !== null && <FailureNote error={failure} />}
        {step ? (
          <Working>{words.company[step]}</Working>
        ) : proof ? (
          <>
            {proof.given && <p>{words.company.resume(company.name)}</p>}
            <Button kind="primary" onClick={() => void go()}>
              {proof.given ? words.company.resumeButton : words.company.button(company.name)}
            </Button>
          </>
        ) : (
          <Button onClick={() => void look()}>{words.company.look}</Button>
        )}
      </section>
    </>
  );
}

type AnswerProps = {
  readonly opening: Opening;
  readonly company: Company;
  readonly dashboard: string;
  readonly onAgain: () => void;
};

function Answer({ opening, company, dashboard, onAgain }: AnswerProps) {
  return (
    <section className="card stack" aria-live="polite">
      <h2>{opening.accepted ? words.company.done(company.name) : words.company.refused}</h2>
      {opening.accepted ? (
        <p>
          <Badge sign="good">{words.company.doneText}</Badge>
        </p>
      ) : (
        <>
          <ul className="problems">
            {opening.problems.map((problem) => (
              <li key={problem}>
                <Badge sign="bad">{sentence(problem)}</Badge>
              </li>
            ))}
          </ul>
          <p>{words.company.refusedText}</p>
        </>
      )}
      <p className="row">
        {opening.accepted ? (
          <a className="button plain" href="/office">
            {words.company.toOffice}
          </a>
        ) : (
          <Button onClick={onAgain}>{words.company.restart}</Button>
        )}
        <a className="button plain" href={dashboard}>
          {words.company.toDashboard}
        </a>
      </p>
    </section>
  );
}
