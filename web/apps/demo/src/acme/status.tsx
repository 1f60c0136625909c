import type { WalletChoice } from "@idos/client";
import { useEffect, useState } from "react";
import { ask, ServerError } from "../shared/api.js";
import { elsewhere } from "../shared/elsewhere.js";
import { FailureNote } from "../shared/failure.js";
import type { Place } from "../shared/open.js";
import { Badge, Button, moment, Working } from "../shared/parts.js";
import { words } from "../words.js";
import { CaseStatus } from "./wire.js";

const BETWEEN_LOOKS_MS = 2_000;
const MOVING = ["waiting", "issuing"];

type Props = {
  readonly place: Place;
  readonly wallet: WalletChoice;
  readonly id: string;
  readonly onAnew: (replaces: string | null) => void;
};

/** How far a case is, kept up to date while the page is open. */
export function Status({ place, wallet, id, onAnew }: Props) {
  const [status, failure] = useStatus(id);
  const { config } = place;
  if (failure !== null) {
    return (
      <section className="card stack">
        <FailureNote error={failure} />
        <Button onClick={() => onAnew(null)}>{words.acme.anew}</Button>
      </section>
    );
  }
  if (!status) {
    return null;
  }
  const { state, reason, deletedAt, correctionAsked } = status;
  const isDone = state === "issued" && !correctionAsked;
  return (
    <section className="card stack" aria-live="polite">
      {MOVING.includes(state) ? (
        <Working>{words.acme.states[state]}</Working>
      ) : (
        <p>
          <Badge sign={isDone ? "good" : "bad"}>
            {correctionAsked ? words.acme.correction : words.acme.states[state]}
          </Badge>
        </p>
      )}
      {reason !== undefined && <p>{words.acme.reason(reason)}</p>}
      {deletedAt !== undefined && <p>{words.acme.deleted(moment(deletedAt))}</p>}
      {state === "waiting" && (
        <p className="quiet">
          <a href="/review">{words.acme.deskHint}</a>
        </p>
      )}
      {isDone ? (
        <>
          <h2>{words.acme.next}</h2>
          <p className="row">
            <a className="button primary" href={elsewhere(config.bankUrl, wallet)}>
              {words.acme.toBank}
            </a>
            <a className="button plain" href={elsewhere(config.cardUrl, wallet)}>
              {words.acme.toCard}
            </a>
            <a className="button plain" href={elsewhere(config.dashboardUrl, wallet)}>
              {words.acme.toDashboard}
            </a>
          </p>
        </>
      ) : (
        !MOVING.includes(state) && (
          <Button kind="primary" onClick={() => onAnew(correctionAsked ? id : null)}>
            {correctionAsked ? words.acme.correct : words.acme.anew}
          </Button>
        )
      )}
    </section>
  );
}

function useStatus(id: string): readonly [CaseStatus | null, unknown] {
  const [status, setStatus] = useState<CaseStatus | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    const look = async () => {
      try {
        const found = await ask(CaseStatus, `/api/cases/${id}`);
        if (isHere) {
          setStatus(found);
          setFailure(null);
        }
      } catch (error) {
        if (isHere && error instanceof ServerError && error.status === 404) {
          setFailure(error);
          return; // it will not come back
        }
      }
      if (isHere) {
        timer = setTimeout(() => void look(), BETWEEN_LOOKS_MS);
      }
    };
    void look();
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [id]);
  return [status, failure];
}
