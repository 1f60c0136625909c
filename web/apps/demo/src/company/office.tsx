import { useEffect, useState } from "react";
import { ask } from "../shared/api.js";
import { FailureNote } from "../shared/failure.js";
import { brief, moment } from "../shared/parts.js";
import { words } from "../words.js";
import { AccountView } from "./account-view.js";
import { Accounts } from "./wire.js";

/** The back office: who is a customer, and one of them at a time. */
export function Office() {
  const chosen = /^\/office\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
  const [list, setList] = useState<Accounts | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    ask(Accounts, "/api/office/accounts").then(setList, setFailure);
  }, []);
  if (chosen) {
    return (
      <>
        <p>
          <a href="/office">{words.office.back}</a>
        </p>
        <AccountView id={chosen} />
      </>
    );
  }
  return (
    <>
      <div className="intro">
        <h1>{words.office.title}</h1>
        <p className="quiet">{words.office.note}</p>
      </div>
      {failure !== null && <FailureNote error={failure} />}
      {list?.accounts.length === 0 && <p>{words.office.empty}</p>}
      <ul className="rows">
        {list?.accounts.map((account) => (
          <li key={account.id}>
            <a href={`/office/${account.id}`} className="card row spread">
              <span>{words.office.customer(brief(account.address))}</span>
              <small className="quiet">{words.office.opened(moment(account.opened))}</small>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
