import "@fontsource-variable/inter/wght.css";
import "../styles.css";
import { EnclaveDoor, Visit } from "@idos/page";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { words } from "../words.js";
import { type Config, loadConfig } from "./config.js";
import { Broken } from "./parts.js";

/** What a page stands on. */
export type Place = {
  readonly config: Config;
  readonly visit: Visit;
  readonly enclave: EnclaveDoor;
};

/** Starts a page; without its configuration it can only say so. */
export async function open(page: (place: Place) => ReactNode): Promise<void> {
  const element = document.getElementById("app");
  if (!element) {
    return;
  }
  const root = createRoot(element);
  let config: Config;
  try {
    config = await loadConfig();
  } catch {
    root.render(
      <Broken>
        <p>{words.failure.config}</p>
      </Broken>,
    );
    return;
  }
  const visit = new Visit(config);
  root.render(
    <StrictMode>{page({ config, visit, enclave: new EnclaveDoor(config.enclaveUrl) })}</StrictMode>,
  );
  await visit.start();
}
