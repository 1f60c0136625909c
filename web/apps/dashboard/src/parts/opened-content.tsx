import { useEffect, useMemo, useState } from "react";
import { size } from "../dates.js";
import { words } from "../words.js";
import type { Read, Row } from "../work/content.js";
import { read } from "../work/reader.js";
import { save } from "../work/save.js";
import { Button } from "./button.js";
import { FailureNote } from "./failure.js";
import { Progress } from "./progress.js";
import { useWork } from "./use-work.js";

type Opened = { readonly plaintext: Uint8Array; readonly content: Read };

/** What is inside a credential: opened on demand, and forgotten when it is hidden. */
export function OpenedContent({ name, open }: { name: string; open: () => Promise<Uint8Array> }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [bytes, setBytes] = useState(0);
  const { isRunning, error, run } = useWork();
  const show = () =>
    run(async () => {
      setBytes(0);
      const plaintext = await open();
      setBytes(plaintext.length);
      setOpened({ plaintext, content: await read(plaintext) });
    });
  return (
    <section className="card stack" aria-labelledby="inside">
      <h2 id="inside">{words.credential.inside}</h2>
      {opened === null && <p className="quiet">{words.credential.showNote}</p>}
      {error !== null && <FailureNote error={error} />}
      {isRunning && (
        <Progress
          label={bytes === 0 ? words.credential.opening : words.credential.reading(size(bytes))}
          done={bytes === 0 ? 0 : 1}
          total={bytes === 0 ? 0 : 2}
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
      .slice(0, 40) || "credential";
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
