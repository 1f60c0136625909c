import type { Progress } from "@idos/enclave";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../asks.js";
import { type Config, loadConfig } from "../config.js";
import { adoptLegacy } from "../vault/legacy.js";
import type { Mark } from "../vault/records.js";
import { Vault } from "../vault/vault.js";
import { sizeOf, WORDS } from "../words.js";
import { ConfirmScreen, FilterScreen, ReadScreen } from "./ask-screens.js";
import { BackupScreen } from "./backup.js";
import { Bar, Owner } from "./chrome.js";
import { Connection, type DialogState } from "./connection.js";
import { Desk, type Prepared } from "./desk.js";
import { Title } from "./parts.js";
import { ShareScreen } from "./share.js";
import { UnlockScreen } from "./unlock.js";

type View =
  | Exclude<DialogState, { state: "asked" }>
  | {
      readonly state: "asked";
      readonly id: number;
      readonly desk: Desk;
      readonly prepared: Prepared;
    };

/** The window: one question at a time, and nothing else. */
function Dialog({ vault, config }: { vault: Vault; config: Config }) {
  const [view, setView] = useState<View>({ state: "waiting" });
  const [chosen, setChosen] = useState<Mark>();
  useEffect(() => {
    const connection = new Connection(({ state, theme, log }) => {
      if (theme) {
        document.documentElement.dataset["theme"] = theme;
      }
      void (async () => {
        for (const entry of [...(log ?? [])].reverse()) {
          await vault.note(entry);
        }
        if (state.state !== "asked") {
          setView((now) => (now.state === "finished" && state.state === "gone" ? now : state));
          return;
        }
        const send = (answer: Answer) => {
          connection.answer(state.id, answer);
          setView({ state: "waiting" });
        };
        const desk = new Desk(vault, config, { send, marked: setChosen });
        setView({ state: "asked", id: state.id, desk, prepared: await desk.prepare(state.ask) });
      })();
    });
    connection.start();
  }, [vault, config]);
  const mark = view.state === "asked" ? (chosen ?? view.prepared.mark) : undefined;
  return (
    <>
      <Bar />
      {view.state === "asked" ? <Owner mark={mark} /> : null}
      <Screen view={view} />
      <footer class="small">
        <a href="./home.html" target="_blank" rel="noopener">
          {WORDS.footer}
        </a>
      </footer>
    </>
  );
}

function Screen({ view }: { view: View }) {
  switch (view.state) {
    case "waiting":
      return (
        <main aria-busy="true">
          <p class="quiet">{WORDS.working}</p>
        </main>
      );
    case "working":
      return <Working progress={view.progress} />;
    case "stranger":
      return <Notice title={WORDS.stranger.title} text={WORDS.stranger.text} />;
    case "finished":
      return <Notice title={WORDS.done.title} text={WORDS.done.text} />;
    case "gone":
      return <Notice title={WORDS.gone.title} text={WORDS.gone.text} close={WORDS.gone.close} />;
    case "asked":
      return <Question key={view.id} desk={view.desk} prepared={view.prepared} />;
  }
}

function Question({ desk, prepared }: { desk: Desk; prepared: Prepared }) {
  const { ask } = prepared;
  switch (ask.kind) {
    case "unlock":
      return <UnlockScreen ask={ask} prepared={prepared} desk={desk} />;
    case "read":
      return <ReadScreen ask={ask} desk={desk} />;
    case "filter":
      return <FilterScreen ask={ask} desk={desk} />;
    case "share":
      return <ShareScreen ask={ask} prepared={prepared} desk={desk} />;
    case "confirm":
      return <ConfirmScreen ask={ask} desk={desk} />;
    case "backup":
      return <BackupScreen ask={ask} desk={desk} />;
  }
}

/** Long work: what it is, and how far. The words stay the same, so that a reader says them once. */
function Working({ progress: { work, bytes, done, total } }: { progress: Progress }) {
  const text = WORDS.long[work](sizeOf(bytes));
  return (
    <main aria-busy="true">
      <Title>{WORDS.long.title}</Title>
      <p role="status">{text}</p>
      <progress aria-label={text} value={done} max={total} />
    </main>
  );
}

function Notice({ title, text, close }: { title: string; text: string; close?: string }) {
  return (
    <main>
      <Title>{title}</Title>
      <p>{text}</p>
      {close ? (
        <div class="buttons">
          <button type="button" class="button primary" onClick={() => window.close()}>
            {close}
          </button>
        </div>
      ) : null}
    </main>
  );
}

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (!root || window.top !== window) {
    return; // in a frame it shows nothing, even where the header that forbids it is missing
  }
  const [config, vault] = await Promise.all([loadConfig(), Vault.open()]);
  await adoptLegacy(() => localStorage, vault, Date.now);
  render(<Dialog vault={vault} config={config} />, root);
}

void start();
