import { EnclavePanel } from "@idos/page";
import { lazy, Suspense, useEffect } from "react";
import { ConnectPage } from "./pages/connect.js";
import { CreateProfilePage } from "./pages/create-profile.js";
import { AnnouncerProvider } from "./parts/announcer.js";
import { Loading } from "./parts/loading.js";
import { PlaceProvider, usePlace, useSessionState } from "./session/context.js";
import { words } from "./words.js";

/** The pages behind the door come while the wallet asks its owner. */
const insideComes = () => import("./inside.js");
const Inside = lazy(async () => ({ default: (await insideComes()).Inside }));

type Place = Parameters<typeof PlaceProvider>[0]["place"];

export function App({ place }: { place: Place }) {
  return (
    <PlaceProvider place={place}>
      <AnnouncerProvider>
        <Stage />
        <Panel />
      </AnnouncerProvider>
    </PlaceProvider>
  );
}

function Panel() {
  const { enclave } = usePlace();
  const { title, lead } = words.enclave;
  return <EnclavePanel enclave={enclave} title={title} lead={lead} cancel={words.cancel} />;
}

/** Which part of the way the person is on. The address stays, so that they arrive where they wanted. */
function Stage() {
  const state = useSessionState();
  useEffect(() => {
    if (state.state === "connecting" || state.state === "creating") {
      void insideComes();
    }
  }, [state.state]);
  switch (state.state) {
    case "logged-in":
      return (
        <Suspense fallback={<Loading />}>
          <Inside me={state.me} />
        </Suspense>
      );
    case "no-profile":
    case "creating":
      return <CreateProfilePage state={state} />;
    default:
      return <ConnectPage state={state} />;
  }
}

export function BrokenSite() {
  return (
    <main className="gate">
      <h1>{words.product}</h1>
      <p role="alert">{words.failure.config}</p>
    </main>
  );
}
