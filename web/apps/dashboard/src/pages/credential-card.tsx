import { isLocked, standing } from "@idos/client";
import { credentialName, issuerOf } from "../data/naming.js";
import type { Holding } from "../data/queries.js";
import { fromNow } from "../dates.js";
import { Badge, StandingBadge } from "../parts/badge.js";
import { Icon } from "../parts/icon.js";
import { RowLink } from "../parts/row-link.js";
import { words } from "../words.js";

type Props = { readonly holding: Holding; readonly names: ReadonlyMap<string, string> };

/** One credential among the person's data: what it is, whose word it is, and how it stands. */
export function CredentialCard({ holding: { credential, grants }, names }: Props) {
  const now = Date.now();
  const { notes } = credential;
  const issuer = issuerOf(credential, names);
  const ends = notes.expirationDate === undefined ? Number.NaN : Date.parse(notes.expirationDate);
  const isHeld = grants.some((grant) => isLocked(grant, now));
  return (
    <RowLink to={`/credentials/${encodeURIComponent(credential.id)}`}>
      <span className="row-main">
        <strong>{credentialName(notes)}</strong>
        <span className="quiet">
          {issuer.name}
          {issuer.certainty === "verified" && (
            <>
              {" "}
              <Icon name="valid" />
              <span className="sr">{words.issuer.verified}</span>
            </>
          )}
        </span>
      </span>
      <span className="row-side">
        <StandingBadge standing={standing(notes, now)} />
        {isHeld && (
          <Badge icon="lock" tone="quiet">
            {words.others.locked}
          </Badge>
        )}
        <span className="quiet">
          {words.data.shared(grants.length)}
          {ends > now && ` · ${words.data.expires(fromNow(ends, now))}`}
        </span>
      </span>
    </RowLink>
  );
}
