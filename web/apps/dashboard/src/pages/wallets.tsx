import type { Wallet, WalletChoice } from "@idos/client";
import { useState } from "react";
import { useReload, useWallets } from "../data/queries.js";
import { short } from "../dates.js";
import { useAnnounce } from "../parts/announcer.js";
import { Badge } from "../parts/badge.js";
import { Button } from "../parts/button.js";
import { Confirm } from "../parts/confirm.js";
import { FailureNote } from "../parts/failure.js";
import { Icon } from "../parts/icon.js";
import { Identifier } from "../parts/identifier.js";
import { Page } from "../parts/page.js";
import { QueryView } from "../parts/query-view.js";
import { useWork } from "../parts/use-work.js";
import { WalletList } from "../parts/wallet-list.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";

export function WalletsPage() {
  const query = useWallets();
  return (
    <Page title={words.wallets.title} lead={words.wallets.lead}>
      <QueryView query={query}>
        {(wallets) => (
          <div className="stack">
            {wallets.length === 1 && (
              <div className="note warning">
                <Icon name="warning" />
                <p>{words.wallets.backup}</p>
              </div>
            )}
            <section className="card">
              <ul className="list">
                {wallets.map((wallet) => (
                  <li key={wallet.id}>
                    <WalletRow wallet={wallet} isLast={wallets.length === 1} />
                  </li>
                ))}
              </ul>
            </section>
            <AddWallet wallets={wallets} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function WalletRow({ wallet, isLast }: { wallet: Wallet; isLast: boolean }) {
  const me = useMe();
  const { session } = usePlace();
  const reload = useReload();
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const { isRunning, error, run } = useWork();
  const isMine = me.wallets.isMine(wallet);
  const address = short(wallet.address);
  const leave = () =>
    run(async () => {
      if (isMine) {
        await me.wallets.leave(wallet.id);
        await session.disconnect();
        return;
      }
      await me.wallets.remove(wallet.id);
      announce(words.wallets.removed(address));
      await reload();
    });
  return (
    <div className="row">
      <div className="row-main">
        <Identifier text={wallet.address} what={wallet.wallet_type} />
        <span className="quiet">{wallet.wallet_type}</span>
        {error !== null && <FailureNote error={error} />}
      </div>
      <div className="row-side">
        {isMine && (
          <Badge icon="valid" tone="good">
            {words.wallets.current}
          </Badge>
        )}
        <Button
          kind={isMine ? "danger" : "plain"}
          label={isMine ? words.wallets.leave : words.wallets.remove(address)}
          pending={isRunning}
          onPress={() => setAsking(true)}
        >
          {isMine ? words.wallets.leave : words.wallets.removeShort}
        </Button>
      </div>
      <Confirm
        title={isMine ? words.wallets.leaveTitle : words.wallets.removeTitle(address)}
        action={isMine ? words.wallets.leaveButton : words.wallets.removeShort}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void leave()}
      >
        <p>
          {!isMine
            ? words.wallets.removeBody
            : isLast
              ? words.wallets.leaveLast
              : words.wallets.leaveBody}
        </p>
      </Confirm>
    </div>
  );
}

function AddWallet({ wallets }: { wallets: readonly Wallet[] }) {
  const me = useMe();
  const reload = useReload();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [isSame, setSame] = useState(false);
  const { isRunning, error, run } = useWork();
  const add = (choice: WalletChoice) =>
    run(async () => {
      setSame(false);
      const signer = await choice.connect();
      const isKnown = wallets.some(
        ({ address }) => address.toLowerCase() === signer.address.toLowerCase(),
      );
      if (isKnown) {
        setSame(true);
        return;
      }
      await me.wallets.add(signer);
      setOpen(false);
      announce(words.wallets.added(short(signer.address)));
      await reload();
    });
  if (!isOpen) {
    return (
      <div>
        <Button kind="primary" onPress={() => setOpen(true)}>
          {words.wallets.add}
        </Button>
      </div>
    );
  }
  return (
    <section className="card stack" aria-labelledby="add-wallet" aria-busy={isRunning}>
      <h2 id="add-wallet">{words.wallets.addTitle}</h2>
      <p className="quiet">{words.wallets.addBody}</p>
      {isSame && <p role="alert">{words.wallets.same}</p>}
      {error !== null && <FailureNote error={error} />}
      <WalletList onChoose={(choice) => void add(choice)} />
      <div>
        <Button onPress={() => setOpen(false)}>{words.cancel}</Button>
      </div>
    </section>
  );
}
