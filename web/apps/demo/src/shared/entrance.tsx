import { askedWallets, developmentWallet, type WalletChoice, watchWallets } from "@idos/client";
import { EnclavePanel, type VisitState } from "@idos/page";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { words } from "../words.js";
import { FailureNote } from "./failure.js";
import type { Place } from "./open.js";
import { Button, brief, Working } from "./parts.js";

type Props = {
  readonly place: Place;
  /** What the company says to somebody it does not know yet. */
  readonly welcome: ReactNode;
  /** What it does for somebody without a profile; by default it makes one through the issuer. */
  readonly inside: (known: Extract<VisitState, { state: "logged-in" }>) => ReactNode;
};

/** "Connect with idOS": from a stranger to a person with a profile. */
export function Entrance({ place, welcome, inside }: Props) {
  const { visit, enclave } = place;
  const state = useSyncExternalStore(visit.subscribe, visit.snapshot);
  return (
    <>
      <Step place={place} state={state} welcome={welcome} inside={inside} />
      <EnclavePanel enclave={enclave} {...words.enclave} cancel={words.cancel} />
    </>
  );
}

function Step({ place, state, welcome, inside }: Props & { state: VisitState }) {
  const { visit, enclave, config } = place;
  switch (state.state) {
    case "starting":
      return <Working>{words.connect.starting}</Working>;
    case "unreachable":
      return (
        <section className="card stack">
          <FailureNote error={state.problem} />
          <Button kind="primary" onClick={() => void visit.start()}>
            {words.again}
          </Button>
        </section>
      );
    case "disconnected":
      return (
        <>
          {welcome}
          {state.problem !== undefined && <FailureNote error={state.problem} />}
          <Wallets
            withDevelopment={config.developmentWallet}
            onChoose={(wallet) => void visit.connect(wallet)}
          />
        </>
      );
    case "connecting":
      return <Working>{words.connect.waiting(state.wallet.name)}</Working>;
    case "no-profile":
    case "creating":
      return (
        <section className="card stack">
          <h2>{words.create.title}</h2>
          <p>{words.create.lead(brief(state.withSigner.signer.address))}</p>
          <ol>
            {words.create.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {state.state === "no-profile" && state.problem !== undefined && (
            <FailureNote error={state.problem} />
          )}
          {state.state === "creating" ? (
            <Working>{words.create.working}</Working>
          ) : (
            <div className="row">
              <Button kind="primary" onClick={() => void visit.createProfile(enclave)}>
                {words.create.button}
              </Button>
              <Button onClick={() => void visit.disconnect()}>{words.create.other}</Button>
            </div>
          )}
        </section>
      );
    case "logged-in":
      return (
        <>
          <p className="signed-in quiet">
            {words.connect.as(brief(state.me.signer.address))}{" "}
            <Button onClick={() => void visit.disconnect()}>{words.connect.leave}</Button>
          </p>
          {inside(state)}
        </>
      );
  }
}

type WalletsProps = {
  readonly withDevelopment: boolean;
  readonly onChoose: (wallet: WalletChoice) => void;
};

function Wallets({ withDevelopment, onChoose }: WalletsProps) {
  const [found, setFound] = useState<readonly WalletChoice[]>([]);
  useEffect(
    () =>
      watchWallets((wallet) =>
        setFound((before) => [...before.filter(({ id }) => id !== wallet.id), wallet]),
      ),
    [],
  );
  const development = withDevelopment ? developmentWallet(words.connect.development) : null;
  return (
    <section className="card stack" aria-labelledby="connect">
      <h2 id="connect">{words.connect.title}</h2>
      <p className="quiet">{words.connect.why}</p>
      <ul className="wallets">
        {[...found, ...askedWallets].map((wallet) => (
          <li key={wallet.id}>
            <Button onClick={() => onChoose(wallet)}>
              {wallet.icon && <img src={wallet.icon} alt="" width="24" height="24" />}
              <span>{wallet.name}</span> <small>{wallet.walletType}</small>
            </Button>
          </li>
        ))}
      </ul>
      {development && (
        <div className="note warning">
          <p>{words.connect.developmentNote}</p>
          <Button onClick={() => onChoose(development)}>{development.name}</Button>
        </div>
      )}
    </section>
  );
}
