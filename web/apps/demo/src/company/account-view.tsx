import { useEffect, useState } from "react";
import { ask } from "../shared/api.js";
import { FailureNote } from "../shared/failure.js";
import { Badge, brief, fieldName, fieldValue, size, time, Working } from "../shared/parts.js";
import { words } from "../words.js";
import { AccountDetails } from "./wire.js";

const SIGNS = { holds: "good", fails: "bad", not_proven: "open" } as const;

/** Exactly what the company received from one customer, as it is now. */
export function AccountView({ id }: { id: string }) {
  const [details, setDetails] = useState<AccountDetails | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    ask(AccountDetails, `/api/office/accounts/${id}`).then(setDetails, setFailure);
  }, [id]);
  if (failure !== null) {
    return <FailureNote error={failure} />;
  }
  if (!details) {
    return <Working>{words.office.reading}</Working>;
  }
  const { access, received, evidence } = details;
  return (
    <>
      <h1>{words.office.customer(brief(details.address))}</h1>
      {!access ? (
        <p className="note warning">{words.office.ended}</p>
      ) : (
        <>
          <p>
            <Badge sign={details.good ? "good" : "bad"}>
              {details.good ? words.office.good : words.office.bad}
            </Badge>
          </p>
          <p className="quiet">{words.office.live}</p>
          <div className="beside">
            <section className="card stack">
              <h2>{words.office.checks}</h2>
              <dl>
                {evidence.map(({ question, finding, words: found }) => (
                  <div key={question}>
                    <dt>
                      {question}{" "}
                      <Badge sign={SIGNS[finding]}>{words.office.findings[finding]}</Badge>
                    </dt>
                    <dd>{found}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <section className="card stack">
              <h2>{words.office.access}</h2>
              <p>
                {access.lockedUntil * 1000 > Date.now()
                  ? words.office.locked(time(access.lockedUntil * 1000))
                  : words.office.unlocked}
              </p>
            </section>
          </div>
        </>
      )}
      {received && (
        <div className="beside">
          <section className="card stack">
            <h2>{words.office.received}</h2>
            <dl>
              {received.fields.map(({ name, value }) => (
                <div key={name}>
                  <dt>{fieldName(name)}</dt>
                  <dd>{fieldValue(value)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className="card stack">
            <h2>{words.office.files}</h2>
            {received.files.map(({ name, bytes }) => (
              <figure key={name}>
                <img
                  src={`/api/office/accounts/${id}/files/${encodeURIComponent(name)}`}
                  alt={fieldName(name)}
                />
                <figcaption className="quiet">
                  {fieldName(name)}, {size(bytes)}
                </figcaption>
              </figure>
            ))}
          </section>
        </div>
      )}
    </>
  );
}
