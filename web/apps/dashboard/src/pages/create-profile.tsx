import type { VisitState } from "@idos/page";
import { Button } from "../parts/button.js";
import { FailureNote } from "../parts/failure.js";
import { Identifier } from "../parts/identifier.js";
import { usePlace } from "../session/context.js";
import { words } from "../words.js";
import { Gate } from "./gate.js";

type Creating = Extract<VisitState, { state: "no-profile" | "creating" }>;

export function CreateProfilePage({ state }: { state: Creating }) {
  const { session, enclave, config } = usePlace();
  const isCreating = state.state === "creating";
  const { create } = words;
  return (
    <Gate title={create.title} lead={create.lead}>
      <section className="card stack">
        <p>
          {create.wallet}:{" "}
          <Identifier text={state.withSigner.signer.address} what={create.wallet} />
        </p>
        <ol className="steps">
          {create.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="quiet">{create.issuer(new URL(config.issuerUrl).host)}</p>
        {state.state === "no-profile" && state.problem !== undefined && (
          <FailureNote error={state.problem} />
        )}
        <div className="choices">
          <Button
            kind="primary"
            pending={isCreating}
            onPress={() => void session.createProfile(enclave)}
          >
            {isCreating ? create.working : create.button}
          </Button>
          <Button disabled={isCreating} onPress={() => void session.disconnect()}>
            {create.other}
          </Button>
        </div>
        <p className="quiet">{create.existing}</p>
      </section>
    </Gate>
  );
}
