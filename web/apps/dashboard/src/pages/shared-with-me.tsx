import type { Grant } from "@idos/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { credentialName } from "../data/naming.js";
import { useReceived, useReload } from "../data/queries.js";
import { useAnnounce } from "../parts/announcer.js";
import { Button } from "../parts/button.js";
import { Confirm } from "../parts/confirm.js";
import { FailureNote } from "../parts/failure.js";
import { Identifier } from "../parts/identifier.js";
import { OpenedContent } from "../parts/opened-content.js";
import { Empty, Page } from "../parts/page.js";
import { QueryView } from "../parts/query-view.js";
import { useWork } from "../parts/use-work.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";

export function SharedWithMePage() {
  const query = useReceived();
  return (
    <Page title={words.me.title} lead={words.me.lead}>
      <QueryView query={query}>
        {(grants) =>
          grants.length === 0 ? (
            <Empty action={<MyAddress />}>{words.me.empty}</Empty>
          ) : (
            <ul className="list spaced">
              {grants.toReversed().map((grant) => (
                <li key={grant.id}>
                  <Received grant={grant} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}

function MyAddress() {
  const me = useMe();
  return (
    <span>
      {words.me.address}: <Identifier text={me.signer.address} what={words.me.address} />
    </span>
  );
}

function Received({ grant }: { grant: Grant }) {
  const me = useMe();
  const { enclave } = usePlace();
  const [isShown, setShown] = useState(false);
  const shared = useQuery({
    queryKey: ["shared", grant.dataId],
    queryFn: () => me.sharing.shared(grant.dataId),
    staleTime: 60_000,
  });
  const name = shared.data ? credentialName(shared.data.notes) : words.data.unnamed;
  return (
    <article className="card stack">
      <h2>{name}</h2>
      <p className="quiet">
        {words.me.from} <Identifier text={grant.ownerId} what={words.settings.copyId} />
      </p>
      {shared.error && <FailureNote error={shared.error} onRetry={() => void shared.refetch()} />}
      {isShown ? (
        <OpenedContent name={name} open={() => me.sharing.openShared(grant.dataId, enclave)} />
      ) : (
        <div className="choices">
          <Button onPress={() => setShown(true)}>{words.me.show}</Button>
          <GiveUp grant={grant} />
        </div>
      )}
    </article>
  );
}

function GiveUp({ grant }: { grant: Grant }) {
  const me = useMe();
  const reload = useReload();
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const { isRunning, error, run } = useWork();
  const giveUp = () =>
    run(async () => {
      await me.sharing.giveUp(grant.dataId);
      announce(words.me.gaveUp);
      await reload();
    });
  return (
    <>
      <Button pending={isRunning} onPress={() => setAsking(true)}>
        {words.me.giveUp}
      </Button>
      {error !== null && <FailureNote error={error} />}
      <Confirm
        title={words.me.giveUpTitle}
        action={words.me.giveUp}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void giveUp()}
      >
        <p>{words.me.giveUpBody}</p>
      </Confirm>
    </>
  );
}
