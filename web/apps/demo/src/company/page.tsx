import { useEffect, useState } from "react";
import { ask } from "../shared/api.js";
import { Entrance } from "../shared/entrance.js";
import { FailureNote } from "../shared/failure.js";
import type { Place } from "../shared/open.js";
import { Broken, day, SiteFrame } from "../shared/parts.js";
import { words } from "../words.js";
import { Customer } from "./customer.js";
import { Office } from "./office.js";
import { lockedUntil } from "./open-account.js";
import { Company } from "./wire.js";

/** A company's site: the way in for people, and its back office. */
export function CompanyPage({ place }: { place: Place }) {
  const [company, setCompany] = useState<Company | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    ask(Company, "/api/company").then(setCompany, setFailure);
  }, []);
  if (!company) {
    return failure === null ? null : (
      <Broken>
        <FailureNote error={failure} />
      </Broken>
    );
  }
  const office = { href: "/office", label: words.company.office };
  const isOffice = location.pathname.startsWith("/office");
  return (
    <SiteFrame name={company.name} office={office} wide={isOffice}>
      {isOffice ? (
        <Office />
      ) : (
        <>
          <div className="intro">
            <h1>{words.company.titles[company.name] ?? company.name}</h1>
            <p className="lead">{words.company.lead(company.name)}</p>
          </div>
          <Entrance
            place={place}
            welcome={<Asked company={company} />}
            inside={(known) => <Customer place={place} known={known} company={company} />}
          />
        </>
      )}
    </SiteFrame>
  );
}

/** What the company asks for, before anybody connects anything. */
export function Asked({ company }: { company: Company }) {
  const until = lockedUntil(company);
  return (
    <section className="note">
      <h2>{words.company.asks}</h2>
      <p>{words.company.purpose(company.purpose)}</p>
      <p>{until === 0 ? words.company.noLock : words.company.lock(lockWords(until))}</p>
    </section>
  );
}

const DAY_SECONDS = 86_400;
const lockWords = (until: number) =>
  until - Date.now() / 1000 < DAY_SECONDS
    ? new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(until * 1000)
    : day(until * 1000);
