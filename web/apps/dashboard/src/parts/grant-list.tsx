import { type Grant, isLocked } from "@idos/client";
import { useCallback, useState } from "react";
import type { Access } from "../data/accesses.js";
import { credentialName, partyName } from "../data/naming.js";
import { useReload } from "../data/queries.js";
import { date } from "../dates.js";
import { useMe } from "../session/context.js";
import { words } from "../words.js";
import { useAnnounce } from "./announcer.js";
import { Badge } from "./badge.js";
import { Button } from "./button.js";
import { Confirm } from "./confirm.js";
import { Countdown, useNow } from "./countdown.js";
import { FailureNote } from "./failure.js";
import { Identifier } from "./identifier.js";
import { useWork } from "./use-work.js";
import { VirtualList } from "./virtual-list.js";

type Props = {
  readonly grants: readonly Access[];
  readonly names: ReadonlyMap<string, string>;
};

const idOf = ({ grant }: Access) => grant.id;

/** Accesses, each with its lock and the way to take it back. */
export function GrantList({ grants, names }: Props) {
  const row = useCallback(
    (access: Access) => (
      <GrantRow
        access={access}
        who={partyName(access.grant.grantee, names)}
        isKnown={names.has(access.grant.grantee)}
      />
    ),
    [names],
  );
  return (
    <VirtualList label={words.others.readers} items={grants} idOf={idOf} height={124}>
      {row}
    </VirtualList>
  );
}

type RowProps = { readonly access: Access; readonly who: string; readonly isKnown: boolean };

function GrantRow({ access: { grant, credential }, who, isKnown }: RowProps) {
  const until = grant.lockedUntil * 1000;
  const locked = isLocked(grant, useNow(until));
  return (
    <div className="row">
      <div className="row-main">
        <strong>{isKnown ? who : words.others.unverified}</strong>
        <Identifier text={grant.grantee} what={who} />
        {credential && (
          <span className="quiet">{words.others.copyOf(credentialName(credential.notes))}</span>
        )}
        <LockNote until={until} locked={locked} />
      </div>
      <div className="row-side">
        {locked ? (
          <Badge icon="lock" tone="warning">
            {words.others.locked}
          </Badge>
        ) : (
          <Badge icon="unlock" tone="good">
            {words.others.active}
          </Badge>
        )}
        <Revoke grant={grant} who={who} locked={locked} />
      </div>
    </div>
  );
}

function LockNote({ until, locked }: { until: number; locked: boolean }) {
  if (!locked) {
    return (
      <span className="quiet">
        {until === 0 ? words.others.noLock : words.others.unlocked(date(until))}
      </span>
    );
  }
  return (
    <span className="quiet">
      {words.others.lockedUntil(date(until), "")}
      <Countdown until={until} />. {words.others.lockNote}
    </span>
  );
}

function Revoke({ grant, who, locked }: { grant: Grant; who: string; locked: boolean }) {
  const me = useMe();
  const reload = useReload();
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const { isRunning, error, run } = useWork();
  const revoke = () =>
    run(async () => {
      await me.sharing.revoke(grant.id);
      announce(words.others.revoked(who));
      await reload();
    });
  return (
    <>
      <Button
        label={words.others.revokeFor(who)}
        disabled={locked}
        pending={isRunning}
        onPress={() => setAsking(true)}
      >
        {words.others.revoke}
      </Button>
      {error !== null && <FailureNote error={error} />}
      <Confirm
        title={words.others.revokeTitle(who)}
        action={words.others.revoke}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void revoke()}
      >
        <p>{words.others.revokeBody(who)}</p>
      </Confirm>
    </>
  );
}
