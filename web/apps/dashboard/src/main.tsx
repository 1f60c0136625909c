import "@fontsource-variable/inter/wght.css";
import "./styles.css";
import { EnclaveDoor, Visit } from "@idos/page";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, BrokenSite } from "./app.js";
import { loadConfig } from "./config.js";
import { applyTheme, theme } from "./frame/theme.js";

applyTheme(theme());
const place = document.getElementById("app");
if (place) {
  const root = createRoot(place);
  try {
    const config = await loadConfig();
    const session = new Visit(config);
    const enclave = new EnclaveDoor(config.enclaveUrl);
    void session.start();
    root.render(
      <StrictMode>
        <App place={{ config, session, enclave }} />
      </StrictMode>,
    );
  } catch {
    root.render(<BrokenSite />);
  }
}
