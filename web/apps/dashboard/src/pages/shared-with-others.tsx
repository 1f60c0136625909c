import { isLocked } from "@idos/client";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Access, byNeed } from "../data/accesses.js";
import { credentialName, partyName } from "../data/naming.js";
import { useAccesses, useNames, useReload } from "../data/queries.js";
import { useAnnounce } from "../parts/announcer.js";
import { Button } from "../parts/button.js";
import { Confirm } from "../parts/confirm.js";
import { FailureNote } from "../parts/failure.js";
import { GrantList } from "../parts/grant-list.js";
import { Empty, Page } from "../parts/page.js";
import { Progress } from "../parts/progress.js";
import { QueryView } from "../parts/query-view.js";
import { SearchField } from "../parts/search-field.js";
import { useWork } from "../parts/use-work.js";
import { useMe } from "../session/context.js";
import { words } from "../words.js";

export function SharedWithOthersPage() {
  const query = useAccesses();
  return (
    <Page title={words.others.title} lead={words.others.lead}>
      <QueryView query={query}>
        {(accesses) =>
          accesses.length === 0 ? (
            <Empty
              action={
                <Link className="button plain" to="/">
                  {words.others.emptyAction}
                </Link>
              }
            >
              {words.others.empty}
            </Empty>
          ) : (
            <Accesses accesses={accesses} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Accesses({ accesses }: { accesses: readonly Access[] }) {
  const [text, setText] = useState("");
  const names = useNames(accesses.map(({ grant }) => grant.grantee));
  const wanted = text.trim().toLowerCase();
  const found = byNeed(accesses, Date.now()).filter(({ grant, credential }) =>
    [
      partyName(grant.grantee, names),
      grant.grantee,
      credential ? credentialName(credential.notes) : "",
    ].some((each) => each.toLowerCase().includes(wanted)),
  );
  return (
    <div className="stack">
      <div className="tools">
        <SearchField label={words.others.search} value={text} onChange={setText} />
        <RevokeAll accesses={accesses} />
      </div>
      {found.length === 0 ? (
        <Empty action={<Button onPress={() => setText("")}>{words.data.clear}</Button>}>
          {words.data.nothingFound(text)}
        </Empty>
      ) : (
        <section className="card">
          <GrantList grants={found} names={names} />
        </section>
      )}
    </div>
  );
}

function RevokeAll({ accesses }: { accesses: readonly Access[] }) {
  const me = useMe();
  const reload = useReload();
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const { isRunning, error, run } = useWork();
  const now = Date.now();
  const open = accesses.filter(({ grant }) => !isLocked(grant, now));
  const revokeAll = () =>
    run(async () => {
      let done = 0;
      try {
        for (const { grant } of open) {
          setProgress({ done, total: open.length });
          await me.sharing.revoke(grant.id);
          done++;
        }
        announce(words.others.allDone(done));
      } catch (thrown) {
        announce(words.others.partly(done, open.length));
        throw thrown;
      } finally {
        await reload();
      }
    });
  if (isRunning) {
    const { done, total } = progress;
    return <Progress label={words.others.working(done, total)} done={done} total={total} />;
  }
  return (
    <>
      <Button disabled={open.length === 0} onPress={() => setAsking(true)}>
        {words.others.all}
      </Button>
      {error !== null && <FailureNote error={error} />}
      <Confirm
        title={words.others.allTitle(open.length)}
        action={words.others.all}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void revokeAll()}
      >
        <p>{words.others.allBody(accesses.length - open.length)}</p>
      </Confirm>
    </>
  );
}
