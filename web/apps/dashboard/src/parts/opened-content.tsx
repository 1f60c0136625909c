import type { Far } from "@idos/page";
import { useEffect, useMemo, useState } from "react";
import { size } from "../dates.js";
import type { Read, Row } from "../opened/content.js";
import { read } from "../opened/reader.js";
import { save } from "../opened/save.js";
import { usePlace } from "../session/context.js";
import { words } from "../words.js";
import { Button } from "./button.js";
import { FailureNote } from "./failure.js";
import { Progress } from "./progress.js";
import { useWork } from "./use-work.js";

const NOT_BEGUN: Far = { bytes: 0, done: 0, total: 0 };

type Opened = { readonly plaintext: Uint8Array; readonly content: Read };

/** What is inside a credential: opened on demand, and forgotten when it is hidden. */
export function OpenedContent({ name, open }: { name: string; open: () => Promise<Uint8Array> }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { enclave } = usePlace();
  const [far, setFar] = useState<Far>(NOT_BEGUN);
  const { isRunning, error, run } = useWork();
  const show = () =>
    run(async () => {
      setFar(NOT_BEGUN);
      const stop = enclave.follow(setFar);
      try {
        const plaintext = await open();
        setOpened({ plaintext, content: await read(plaintext) });
      } finally {
        stop();
      }
    });
  return (
    <section className="card stack" aria-labelledby="inside">
      <h2 id="inside">{words.credential.inside}</h2>
      {opened === null && <p className="quiet">{words.credential.showNote}</p>}
      {error !== null && <FailureNote error={error} />}
      {isRunning && (
        <Progress
          label={
            far.bytes === 0 ? words.credential.opening : words.credential.reading(size(far.bytes))
          }
          done={far.done}
          total={far.total}
        />
      )}
      {opened && (
        <>
          {"rows" in opened.content ? (
            <Rows rows={opened.content.rows} />
          ) : (
            <p role="status">{words.credential.notJson}</p>
          )}
          <div className="choices">
            <Button onPress={() => download(opened, name)}>{words.credential.download}</Button>
            <Button onPress={() => setOpened(null)}>{words.credential.hide}</Button>
          </div>
        </>
      )}
      {opened === null && (
        <div>
          <Button kind="primary" pending={isRunning} onPress={() => void show()}>
            {words.credential.show}
          </Button>
        </div>
      )}
    </section>
  );
}

function download({ plaintext, content }: Opened, name: string): void {
  const isJson = "rows" in content;
  const safe =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40)
      .replace(/^-|-$/g, "") || "credential";
  save(
    `${safe}.${isJson ? "json" : "bin"}`,
    new Uint8Array(plaintext),
    isJson ? "application/json" : "application/octet-stream",
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const facts = rows.filter((row) => row.kind === "text");
  const files = rows.filter((row) => row.kind !== "text");
  return (
    <>
      <dl className="facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{fieldName(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="files">
        {files.map((row) =>
          row.kind === "picture" ? (
            <Picture key={row.name} row={row} />
          ) : (
            <Button
              key={row.name}
              onPress={() =>
                save("file.bin", new Uint8Array(row.bytes), "application/octet-stream")
              }
            >
              {words.credential.file}: {fieldName(row.name)} ({size(row.bytes.length)})
            </Button>
          ),
        )}
      </div>
    </>
  );
}

function Picture({ row }: { row: Extract<Row, { kind: "picture" }> }) {
  const url = useMemo(
    () => URL.createObjectURL(new Blob([new Uint8Array(row.bytes)], { type: row.type })),
    [row],
  );
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <figure>
      <img src={url} alt={words.credential.picture(fieldName(row.name))} />
      <figcaption>
        {fieldName(row.name)} · {size(row.bytes.length)}
      </figcaption>
    </figure>
  );
}

/** `idDocumentNumber` as "Id document number". */
function fieldName(name: string): string {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
