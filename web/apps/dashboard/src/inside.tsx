import { IdosError, type LoggedIn } from "@idos/client";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo } from "react";
import { router } from "./router.js";
import { MeProvider, usePlace } from "./session/context.js";

/** Everything behind the door: the pages of a person who is logged in. */
export function Inside({ me }: { me: LoggedIn }) {
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
