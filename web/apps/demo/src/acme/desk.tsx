import { useCallback, useEffect, useState } from "react";
import { ask } from "../shared/api.js";
import { FailureNote } from "../shared/failure.js";
import { Badge, brief, moment } from "../shared/parts.js";
import { words } from "../words.js";
import { CaseView } from "./case-view.js";
import { type CaseEntry, CaseList } from "./wire.js";

const BETWEEN_LOOKS_MS = 3_000;
const OPEN = ["waiting", "issuing"];

/** The reviewer's desk: what waits, what was decided, and one case at a time. */
export function Desk() {
  const chosen = /^\/review\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
  const [cases, setCases] = useState<readonly CaseEntry[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setCases((await ask(CaseList, "/api/review/cases")).cases);
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  }, []);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), BETWEEN_LOOKS_MS);
    return () => clearInterval(timer);
  }, [look]);

  if (chosen) {
    return (
      <>
        <p>
          <a href="/review">{words.desk.back}</a>
        </p>
        <CaseView key={chosen} id={chosen} />
      </>
    );
  }
  const waiting = cases?.filter(({ state }) => OPEN.includes(state)) ?? [];
  const decided = cases?.filter(({ state }) => !OPEN.includes(state)) ?? [];
  return (
    <>
      <div className="intro">
        <h1>{words.desk.title}</h1>
        <p className="quiet">{words.desk.note}</p>
      </div>
      {failure !== null && <FailureNote error={failure} />}
      {cases?.length === 0 && <p>{words.desk.empty}</p>}
      {cases !== null && cases.length > 0 && (
        <>
          <section className="stack">
            <h2>{words.desk.waiting}</h2>
            {waiting.length === 0 && <p className="quiet">{words.desk.nothing}</p>}
            <CaseRows cases={waiting} />
          </section>
          {decided.length > 0 && (
            <section className="stack">
              <h2>{words.desk.decided}</h2>
              <CaseRows cases={decided} />
            </section>
          )}
        </>
      )}
    </>
  );
}

function CaseRows({ cases }: { cases: readonly CaseEntry[] }) {
  return (
    <ul className="rows">
      {cases.map((entry) => (
        <li key={entry.id}>
          <a href={`/review/${entry.id}`} className="card row spread">
            <span>
              {words.desk.of(brief(entry.wallet))}{" "}
              <small className="quiet">{words.desk.received(moment(entry.received))}</small>
            </span>
            <CaseBadge entry={entry} />
          </a>
        </li>
      ))}
    </ul>
  );
}

export function CaseBadge({ entry }: { entry: CaseEntry }) {
  const sign = entry.state === "issued" ? "good" : OPEN.includes(entry.state) ? "wait" : "bad";
  return (
    <Badge sign={sign}>
      {entry.correctionAsked ? words.desk.asked : (words.desk.states[entry.state] ?? entry.state)}
    </Badge>
  );
}
