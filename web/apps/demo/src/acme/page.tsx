import type { VisitState } from "@idos/page";
import { useEffect, useState } from "react";
import { ask } from "../shared/api.js";
import { Entrance } from "../shared/entrance.js";
import { FailureNote } from "../shared/failure.js";
import type { Place } from "../shared/open.js";
import { SiteFrame } from "../shared/parts.js";
import { words } from "../words.js";
import { Apply } from "./apply.js";
import { Desk } from "./desk.js";
import { Status } from "./status.js";
import { Issuer } from "./wire.js";

/** Acme's site: the way in for people, and the desk of the reviewer. */
export function AcmePage({ place }: { place: Place }) {
  const office = { href: "/review", label: words.acme.office };
  if (location.pathname.startsWith("/review")) {
    return (
      <SiteFrame name={words.acme.name} office={office} wide>
        <Desk />
      </SiteFrame>
    );
  }
  return (
    <SiteFrame name={words.acme.name} office={office}>
      <div className="intro">
        <h1>{words.acme.title}</h1>
        <p className="lead">{words.acme.lead}</p>
      </div>
      <Entrance
        place={place}
        welcome={null}
        inside={(known) => <Applicant place={place} known={known} />}
      />
    </SiteFrame>
  );
}

type Known = Extract<VisitState, { state: "logged-in" }>;

/** The case of each profile is remembered in this browser, so that a reload finds it again. */
const keyOf = (known: Known) => `acme-case-${known.me.profile.id}`;

function Applicant({ place, known }: { place: Place; known: Known }) {
  const [caseId, setCaseId] = useState(() => localStorage.getItem(keyOf(known)));
  const [replaces, setReplaces] = useState<string | null>(null);
  const [issuer, setIssuer] = useState<Issuer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    ask(Issuer, "/api/issuer").then(setIssuer, setFailure);
  }, []);

  if (caseId !== null) {
    return (
      <Status
        place={place}
        wallet={known.wallet}
        id={caseId}
        onAnew={(other) => {
          setReplaces(other);
          setCaseId(null);
        }}
      />
    );
  }
  if (failure !== null) {
    return <FailureNote error={failure} />;
  }
  return issuer ? (
    <Apply
      place={place}
      me={known.me}
      issuer={issuer}
      replaces={replaces}
      onSent={({ id }) => {
        localStorage.setItem(keyOf(known), id);
        setCaseId(id);
      }}
    />
  ) : null;
}
