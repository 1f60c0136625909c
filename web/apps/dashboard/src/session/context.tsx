import type { LoggedIn } from "@idos/client";
import type { EnclaveDoor, Visit } from "@idos/page";
import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { Config } from "../config.js";

type Place = {
  readonly config: Config;
  readonly session: Visit;
  readonly enclave: EnclaveDoor;
};
const PlaceContext = createContext<Place | null>(null);
const MeContext = createContext<LoggedIn | null>(null);

export function PlaceProvider({ place, children }: { place: Place; children: ReactNode }) {
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

export function MeProvider({ me, children }: { me: LoggedIn; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) {
    throw new Error("outside of PlaceProvider");
  }
  return place;
}

/** The logged-in person: only below the page that checked it. */
export function useMe(): LoggedIn {
  const me = useContext(MeContext);
  if (!me) {
    throw new Error("outside of MeProvider");
  }
  return me;
}

export function useSessionState() {
  const { session } = usePlace();
  return useSyncExternalStore(session.subscribe, session.snapshot);
}
