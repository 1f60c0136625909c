import type { VisitState } from "@idos/page";
import { FailureNote } from "../parts/failure.js";
import { Loading } from "../parts/loading.js";
import { WalletList } from "../parts/wallet-list.js";
import { usePlace } from "../session/context.js";
import { words } from "../words.js";
import { Gate } from "./gate.js";

type Waiting = Extract<
  VisitState,
  { state: "starting" | "unreachable" | "disconnected" | "connecting" }
>;

export function ConnectPage({ state }: { state: Waiting }) {
  const { session } = usePlace();
  return (
    <Gate title={words.connect.title} lead={words.connect.lead}>
      {state.state === "starting" && (
        <>
          <p role="status">{words.connect.starting}</p>
          <Loading />
        </>
      )}
      {state.state === "unreachable" && (
        <FailureNote error={state.problem} onRetry={() => void session.start()} />
      )}
      {state.state === "connecting" && (
        <p className="note" role="status">
          {words.connect.opening(state.wallet.name)}
        </p>
      )}
      {state.state === "disconnected" && (
        <section className="card stack" aria-labelledby="choose">
          <h2 id="choose">{words.connect.choose}</h2>
          <p className="quiet">{words.connect.why}</p>
          {state.problem !== undefined && <FailureNote error={state.problem} />}
          <WalletList
            last={session.lastWallet}
            onChoose={(wallet) => void session.connect(wallet)}
          />
        </section>
      )}
    </Gate>
  );
}
