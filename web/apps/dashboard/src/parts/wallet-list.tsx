import { askedWallets, developmentWallet, type WalletChoice, watchWallets } from "@idos/client";
import { useEffect, useState } from "react";
import { usePlace } from "../session/context.js";
import { words } from "../words.js";
import { Button } from "./button.js";

type Props = {
  /** The id of the wallet used the last time. */
  readonly last?: string | null;
  readonly onChoose: (wallet: WalletChoice) => void;
};

/** Every wallet of this browser, and those that can only be asked. */
export function WalletList({ last = null, onChoose }: Props) {
  const announced = useAnnounced();
  const { config } = usePlace();
  const mine = announced.find(({ id }) => id === last);
  const development = config.developmentWallet
    ? [developmentWallet(words.connect.development)]
    : [];
  return (
    <div className="stack wallets">
      {announced.length > 0 && (
        <Group
          title={words.connect.announced}
          wallets={announced}
          mine={mine}
          onChoose={onChoose}
        />
      )}
      <Group title={words.connect.others} wallets={askedWallets} onChoose={onChoose} />
      {development.map((wallet) => (
        <div key={wallet.id} className="note warning">
          <p>{words.connect.developmentNote}</p>
          <Button onPress={() => onChoose(wallet)}>{wallet.name}</Button>
        </div>
      ))}
    </div>
  );
}

type GroupProps = {
  readonly title: string;
  readonly wallets: readonly WalletChoice[];
  readonly mine?: WalletChoice | undefined;
  readonly onChoose: (wallet: WalletChoice) => void;
};

function Group({ title, wallets, mine, onChoose }: GroupProps) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="choices-list">
        {wallets.map((wallet) => (
          <li key={wallet.id}>
            <Button kind={wallet === mine ? "primary" : "plain"} onPress={() => onChoose(wallet)}>
              {wallet.icon && <img src={wallet.icon} alt="" width="24" height="24" />}
              <span>{wallet === mine ? words.connect.again(wallet.name) : wallet.name}</span>
              <small>{wallet.walletType}</small>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useAnnounced(): readonly WalletChoice[] {
  const { config } = usePlace();
  const [found, setFound] = useState<readonly WalletChoice[]>([]);
  useEffect(
    () =>
      watchWallets(
        (wallet) => setFound((before) => [...before.filter(({ id }) => id !== wallet.id), wallet]),
        config.nearWallets,
      ),
    [config],
  );
  return found;
}
