import { useCallback, useEffect, useState } from "react";
import { ask, send } from "../shared/api.js";
import { FailureNote } from "../shared/failure.js";
import { Button, brief, fieldName, moment, size, Working } from "../shared/parts.js";
import { words } from "../words.js";
import { CaseBadge } from "./desk.js";
import { CaseDetails, CaseEntry } from "./wire.js";

type Decision = "approve" | "decline" | "correct" | "revoke";

/** One case: what the person says beside what they show, and the decision. */
export function CaseView({ id }: { id: string }) {
  const [details, setDetails] = useState<CaseDetails | null>(null);
  const [corrections, setCorrections] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setDetails(await ask(CaseDetails, `/api/review/cases/${id}`));
    } catch (error) {
      setFailure(error);
    }
  }, [id]);
  useEffect(() => void look(), [look]);

  const decide = async (decision: Decision) => {
    setWorking(true);
    setFailure(null);
    try {
      const body = decision === "approve" ? { corrections } : { reason };
      await send(CaseEntry, `/api/review/cases/${id}/${decision}`, body);
      setReason("");
    } catch (error) {
      setFailure(error);
    } finally {
      setWorking(false);
    }
    await look();
  };

  if (!details) {
    return failure === null ? null : <FailureNote error={failure} />;
  }
  const isOpen = details.state === "waiting" || details.state === "issuing";
  const isIssued = details.state === "issued";
  return (
    <>
      <div className="row spread">
        <h1>{words.desk.of(brief(details.wallet))}</h1>
        <CaseBadge entry={details} />
      </div>
      <p className="note">
        {details.deletedAt ? words.desk.deleted(moment(details.deletedAt)) : words.desk.held}
      </p>
      {details.replaces !== undefined && <p className="quiet">{words.desk.replaces}</p>}
      {details.reason !== undefined && <p>{words.acme.reason(details.reason)}</p>}
      {details.data && (
        <div className="beside">
          <Pictures details={details} />
          <section className="card stack">
            <h2>{words.desk.data}</h2>
            <p className="quiet">{words.desk.differs}</p>
            {Object.entries(details.data).map(([name, value]) => (
              <div className="field" key={name}>
                <label htmlFor={`said-${name}`}>{fieldName(name)}</label>
                <input
                  id={`said-${name}`}
                  defaultValue={value}
                  maxLength={120}
                  onChange={(event) =>
                    setCorrections({ ...corrections, [name]: event.target.value })
                  }
                />
              </div>
            ))}
            {details.wantsPersonhood && <p>{words.desk.personhood}</p>}
          </section>
        </div>
      )}
      {failure !== null && <FailureNote error={failure} />}
      {isWorking && <Working>{words.desk.approving}</Working>}
      {!isWorking && (isOpen || isIssued) && (
        <section className="card stack">
          {isOpen && (
            <Button kind="primary" onClick={() => void decide("approve")}>
              {words.desk.approve}
            </Button>
          )}
          {details.state !== "issuing" && (
            <>
              <div className="field">
                <label htmlFor="reason">{words.desk.reason}</label>
                <input
                  id="reason"
                  value={reason}
                  maxLength={500}
                  onChange={(event) => setReason(event.target.value)}
                />
              </div>
              <div className="row">
                {isOpen ? (
                  <Button
                    kind="danger"
                    disabled={reason.trim() === ""}
                    onClick={() => void decide("decline")}
                  >
                    {words.desk.decline}
                  </Button>
                ) : (
                  <>
                    <Button disabled={reason.trim() === ""} onClick={() => void decide("correct")}>
                      {words.desk.correct}
                    </Button>
                    <Button
                      kind="danger"
                      disabled={reason.trim() === ""}
                      onClick={() => void decide("revoke")}
                    >
                      {words.desk.revoke}
                    </Button>
                  </>
                )}
              </div>
            </>
          )}
        </section>
      )}
    </>
  );
}

function Pictures({ details }: { details: CaseDetails }) {
  const { pictures } = details;
  return (
    <section className="card stack">
      <h2>{words.desk.pictures}</h2>
      {(["document", "selfie"] as const).map((kind) => {
        const picture = pictures?.[kind];
        return (
          picture && (
            <figure key={kind}>
              <img
                src={`/api/review/cases/${details.id}/pictures/${kind}`}
                alt={words.desk[kind]}
              />
              <figcaption className="quiet">
                {words.desk[kind]}: {words.desk.file(picture.name, size(picture.bytes))}
              </figcaption>
            </figure>
          )
        );
      })}
    </section>
  );
}
