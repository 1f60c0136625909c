import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { Bar } from "../dialog/chrome.js";
import { Picture } from "../dialog/pictures.js";
import { adoptLegacy } from "../vault/legacy.js";
import type { Consent, KeptProfile, LogEntry, Mark } from "../vault/records.js";
import { Vault } from "../vault/vault.js";
import { dateOf, fieldName, listOf, timeOf, WORDS } from "../words.js";

type Kept = {
  readonly profiles: readonly { readonly profile: KeptProfile; readonly mark: Mark | undefined }[];
  readonly consents: readonly Consent[];
  readonly log: readonly LogEntry[];
};

/** What this browser keeps, which sites may use it, and what was done: all of it can be taken back. */
function Home({ vault }: { vault: Vault }) {
  const [kept, setKept] = useState<Kept>();
  const [said, setSaid] = useState("");
  const reload = useCallback(async () => setKept(await keptIn(vault)), [vault]);
  useEffect(() => void reload(), [reload]);

  const withdraw = async (origin: string) => {
    await vault.withdraw(origin);
    await vault.note({ at: Date.now(), origin, what: "withdrawn", detail: "" });
    await reload();
    setSaid(WORDS.home.withdrawn(origin));
  };
  const forget = async (profile: KeptProfile) => {
    await vault.forget(profile);
    await vault.note({ at: Date.now(), origin: location.origin, what: "forgot", detail: "" });
    await reload();
    setSaid(WORDS.home.forgotten);
  };

  return (
    <div class="home">
      <Bar />
      <main>
        <h1>{WORDS.home.title}</h1>
        <p>{WORDS.home.intro}</p>
        {vault.persistent ? null : <p>{WORDS.home.memory}</p>}
        <p role="status" class="problem">
          {said}
        </p>
        {kept ? (
          <>
            <Keys kept={kept} onForget={forget} />
            <Sites consents={kept.consents} onWithdraw={withdraw} />
            <Log entries={kept.log} />
          </>
        ) : null}
      </main>
    </div>
  );
}

async function keptIn(vault: Vault): Promise<Kept> {
  const [profiles, consents, log] = await Promise.all([
    vault.profiles(),
    vault.consents(),
    vault.log(),
  ]);
  const marked = profiles.map(async (profile) => ({
    profile,
    mark: await vault.mark(profile.userId),
  }));
  return { profiles: await Promise.all(marked), consents, log };
}

function Keys({
  kept,
  onForget,
}: {
  kept: Kept;
  onForget: (profile: KeptProfile) => Promise<void>;
}) {
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{WORDS.home.keys}</h2>
      {kept.profiles.length === 0 ? <p class="quiet">{WORDS.home.noKeys}</p> : null}
      {kept.profiles.map(({ profile, mark }) => (
        <Key key={profile.publicKey} profile={profile} mark={mark} onForget={onForget} />
      ))}
    </section>
  );
}

function Key({
  profile,
  mark,
  onForget,
}: {
  profile: KeptProfile;
  mark: Mark | undefined;
  onForget: (profile: KeptProfile) => Promise<void>;
}) {
  const [sure, setSure] = useState(false);
  const name = mark?.phrase ?? `${profile.publicKey.slice(0, 8)}…`;
  return (
    <div class="card">
      <div class="row">
        {mark ? <Picture of={mark.picture} /> : null}
        <p class="grow">
          <strong>{name}</strong>
          <br />
          <span class="quiet">{WORDS.home.until(dateOf(profile.until))}</span>
        </p>
        {sure ? null : (
          <button
            type="button"
            class="button slim"
            aria-label={WORDS.home.forget(name)}
            onClick={() => setSure(true)}
          >
            {WORDS.home.forgetKey}
          </button>
        )}
      </div>
      {sure ? (
        <>
          <p>{WORDS.home.forgetSure}</p>
          <div class="buttons">
            <button type="button" class="button danger" onClick={() => void onForget(profile)}>
              {WORDS.home.forgetYes}
            </button>
            <button type="button" class="button" onClick={() => setSure(false)}>
              {WORDS.home.forgetNo}
            </button>
          </div>
        </>
      ) : null}
    </div>
  );
}

function Sites({
  consents,
  onWithdraw,
}: {
  consents: readonly Consent[];
  onWithdraw: (origin: string) => Promise<void>;
}) {
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{WORDS.home.sites}</h2>
      {consents.length === 0 ? <p class="quiet">{WORDS.home.noSites}</p> : null}
      {consents.map((consent) => (
        <div class="card row" key={`${consent.origin} ${consent.userId}`}>
          <p class="grow">
            <span class="origin">{consent.origin}</span>
            <br />
            <span class="quiet">{scopeOf(consent)}</span>
          </p>
          <button
            type="button"
            class="button slim"
            aria-label={WORDS.home.withdraw(consent.origin)}
            onClick={() => void onWithdraw(consent.origin)}
          >
            {WORDS.home.withdrawShort}
          </button>
        </div>
      ))}
    </section>
  );
}

function scopeOf({ since, reads, paths }: Consent): string {
  const reading =
    reads === "all"
      ? WORDS.home.readsAll
      : reads.length === 0
        ? WORDS.home.readsNone
        : WORDS.home.reads(reads.length);
  const asking = paths.length > 0 ? [WORDS.home.asks(listOf(paths.map(fieldName)))] : [];
  return [WORDS.home.since(dateOf(since)), reading, ...asking].join(" · ");
}

function Log({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <section aria-labelledby="log">
      <h2 id="log">{WORDS.home.log}</h2>
      {entries.length === 0 ? <p class="quiet">{WORDS.home.noLog}</p> : null}
      <ul class="log">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.origin} ${entry.what}`}>
            <span class="quiet">{timeOf(entry.at)}</span>
            <span>
              {entry.origin}: {WORDS.acts[entry.what]} {detailOf(entry)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const detailOf = ({ what, detail }: LogEntry): string =>
  what === "filtered" ? listOf(detail.split(", ").map(fieldName)) : what === "shared" ? detail : "";

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (!root || window.top !== window) {
    return;
  }
  const vault = await Vault.open();
  await adoptLegacy(() => localStorage, vault, Date.now);
  render(<Home vault={vault} />, root);
}

void start();
