import type { Progress as Done } from "@idos/client";
import { useRef, useState } from "react";
import { save } from "../opened/save.js";
import { useAnnounce } from "../parts/announcer.js";
import { Button } from "../parts/button.js";
import { FailureNote } from "../parts/failure.js";
import { Progress } from "../parts/progress.js";
import { useWork } from "../parts/use-work.js";
import { useMe, usePlace } from "../session/context.js";
import { words } from "../words.js";

const SAY_EVERY_MS = 5_000;

/** Everything in one file, opened one after the other, with a way to stop. */
export function ExportAll() {
  const me = useMe();
  const { enclave } = usePlace();
  const announce = useAnnounce();
  const [progress, setProgress] = useState<Done>({ done: 0, total: 0 });
  const [result, setResult] = useState("");
  const stop = useRef<AbortController | null>(null);
  const { isRunning, error, run } = useWork();
  const exportAll = () =>
    run(async () => {
      const controller = new AbortController();
      stop.current = controller;
      setResult("");
      let saidAt = Date.now();
      const onProgress = (now: Done) => {
        setProgress(now);
        if (Date.now() - saidAt > SAY_EVERY_MS) {
          saidAt = Date.now();
          announce(words.settings.exporting(now.done, now.total));
        }
      };
      try {
        const file = await me.account.export(enclave, onProgress, controller.signal);
        const name = `idos-${file.exportedAt.slice(0, 10)}.json`;
        save(name, JSON.stringify(file, null, 2), "application/json");
        const all = file.credentials.length;
        const bad = file.credentials.filter(({ problem }) => problem !== undefined).length;
        setResult(bad === 0 ? words.settings.exported(all) : words.settings.exportPartly(bad, all));
      } catch (thrown) {
        if (!controller.signal.aborted) {
          throw thrown;
        }
      }
    });
  const { done, total } = progress;
  return (
    <section className="card stack" aria-labelledby="export">
      <h2 id="export">{words.settings.export}</h2>
      <p className="quiet">{words.settings.exportNote}</p>
      {error !== null && <FailureNote error={error} />}
      {result !== "" && <p role="status">{result}</p>}
      {isRunning ? (
        <Progress
          label={words.settings.exporting(done, total)}
          done={done}
          total={total}
          onCancel={() => stop.current?.abort()}
        />
      ) : (
        <div>
          <Button onPress={() => void exportAll()}>{words.settings.exportButton}</Button>
        </div>
      )}
    </section>
  );
}
