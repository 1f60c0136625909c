import { IdosError, type LoggedIn } from "@idos/client";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo } from "react";
import { EnclavePanel } from "./frame/enclave-panel.js";
import { ConnectPage } from "./pages/connect.js";
import { CreateProfilePage } from "./pages/create-profile.js";
import { AnnouncerProvider } from "./parts/announcer.js";
import { router } from "./router.js";
import { MeProvider, PlaceProvider, usePlace, useSessionState } from "./session/context.js";
import { words } from "./words.js";

type Place = Parameters<typeof PlaceProvider>[0]["place"];

export function App({ place }: { place: Place }) {
  return (
    <PlaceProvider place={place}>
      <AnnouncerProvider>
        <Stage />
        <EnclavePanel />
      </AnnouncerProvider>
    </PlaceProvider>
  );
}

/** Which part of the way the person is on. The address stays, so that they arrive where they wanted. */
function Stage() {
  const state = useSessionState();
  switch (state.state) {
    case "logged-in":
      return <Inside me={state.me} />;
    case "no-profile":
    case "creating":
      return <CreateProfilePage state={state} />;
    default:
      return <ConnectPage state={state} />;
  }
}

function Inside({ me }: { me: LoggedIn }) {
  const { session } = usePlace();
  const client = useMemo(() => queryClient(session.expired), [session]);
  return (
    <QueryClientProvider client={client}>
      <MeProvider me={me}>
        <RouterProvider router={router} />
      </MeProvider>
    </QueryClientProvider>
  );
}

const queryClient = (onExpired: (problem: unknown) => void) =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        const hasEnded =
          error instanceof IdosError &&
          (error.failure.kind === "signed-out" || error.failure.kind === "wallet");
        if (hasEnded) {
          onExpired(error);
        }
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 10_000,
        refetchInterval: 60_000,
        retry: (times, error) =>
          times < 2 && error instanceof IdosError && error.failure.kind === "unavailable",
      },
    },
  });

export function BrokenSite() {
  return (
    <main className="gate">
      <h1>{words.product}</h1>
      <p role="alert">{words.failure.config}</p>
    </main>
  );
}
