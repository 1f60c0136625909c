import { isLocked, standing } from "@idos/client";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { credentialName, issuerOf } from "../data/naming.js";
import { type Holding, useHoldings, useNames, useProof, useReload } from "../data/queries.js";
import { date } from "../dates.js";
import { useAnnounce } from "../parts/announcer.js";
import { StandingBadge } from "../parts/badge.js";
import { Button } from "../parts/button.js";
import { Confirm } from "../parts/confirm.js";
import { FailureNote } from "../parts/failure.js";
import { GrantList } from "../parts/grant-list.js";
import { Icon } from "../parts/icon.js";
import { Identifier } from "../parts/identifier.js";
import { OpenedContent } from "../parts/opened-content.js";
import { Empty, Page } from "../parts/page.js";
import { QueryView } from "../parts/query-view.js";
import { useWork } from "../parts/use-work.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";

export function CredentialPage() {
  const { id } = useParams({ from: "/credentials/$id" });
  const query = useHoldings();
  return (
    <>
      <Link className="back" to="/">
        <Icon name="back" />
        {words.credential.back}
      </Link>
      <QueryView query={query}>
        {(holdings) => {
          const holding = holdings.find(({ credential }) => credential.id === id);
          return holding ? (
            <Detail holding={holding} />
          ) : (
            <Empty action={<Link to="/">{words.others.emptyAction}</Link>}>
              {words.credential.missing}
            </Empty>
          );
        }}
      </QueryView>
    </>
  );
}

function Detail({ holding }: { holding: Holding }) {
  const { credential, grants } = holding;
  const me = useMe();
  const { enclave } = usePlace();
  const names = useNames([credential.issuerKey, ...grants.map(({ grantee }) => grantee)]);
  const name = credentialName(credential.notes);
  return (
    <Page title={name}>
      <Facts holding={holding} names={names} />
      <OpenedContent name={name} open={() => me.credentials.open(credential.id, enclave)} />
      <section className="card stack" aria-labelledby="readers">
        <h2 id="readers">{words.credential.shared}</h2>
        {grants.length === 0 ? (
          <p className="quiet">{words.credential.notShared}</p>
        ) : (
          <GrantList grants={grants.map((grant) => ({ grant, credential }))} names={names} />
        )}
      </section>
      <Removal holding={holding} name={name} />
    </Page>
  );
}

function Facts({
  holding: { credential },
  names,
}: {
  holding: Holding;
  names: ReadonlyMap<string, string>;
}) {
  const { notes, issuerKey } = credential;
  const issuer = issuerOf(credential, names);
  const { data: proof } = useProof(credential.id);
  const ends = notes.expirationDate === undefined ? Number.NaN : Date.parse(notes.expirationDate);
  return (
    <section className="card stack" aria-labelledby="facts">
      <h2 id="facts">{words.credential.facts}</h2>
      {proof?.notes_edited_by && (
        <div className="note">
          <Icon name="question" />
          <p>{words.credential.edited}</p>
        </div>
      )}
      <dl className="facts">
        <div>
          <dt>{words.credential.issuer}</dt>
          <dd>
            {issuer.name}{" "}
            {issuer.certainty === "verified" && (
              <small className="good">
                <Icon name="valid" />
                {words.issuer.verified}
              </small>
            )}
            {issuer.certainty !== "self" && <Identifier text={issuerKey} what={words.issuer.key} />}
          </dd>
        </div>
        <div>
          <dt>{words.credential.status}</dt>
          <dd>
            <StandingBadge standing={standing(notes, Date.now())} />
          </dd>
        </div>
        {notes.type !== undefined && <Fact name={words.credential.type} value={notes.type} />}
        {notes.level !== undefined && <Fact name={words.credential.level} value={notes.level} />}
        {!Number.isNaN(ends) && <Fact name={words.credential.expires} value={date(ends)} />}
      </dl>
    </section>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Removal({ holding: { credential, grants }, name }: { holding: Holding; name: string }) {
  const me = useMe();
  const reload = useReload();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { isRunning, error, run } = useWork();
  const now = Date.now();
  const locked = grants.filter((grant) => isLocked(grant, now));
  const until = Math.max(0, ...locked.map(({ lockedUntil }) => lockedUntil));
  const remove = () =>
    run(async () => {
      await me.credentials.remove(credential.id);
      announce(words.credential.removed(name));
      await navigate({ to: "/" });
      await reload();
    });
  return (
    <section className="stack">
      {error !== null && <FailureNote error={error} />}
      {until > 0 && <p className="quiet">{words.credential.removeLocked(date(until * 1000))}</p>}
      <div>
        <Button
          kind="danger"
          disabled={until > 0}
          pending={isRunning}
          onPress={() => setAsking(true)}
        >
          {words.credential.remove}
        </Button>
      </div>
      <Confirm
        title={words.credential.removeTitle(name)}
        action={words.credential.removeButton}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void remove()}
      >
        <p>{words.credential.removeBody}</p>
      </Confirm>
    </section>
  );
}
