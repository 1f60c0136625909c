import { generate } from "lean-qr";
import { dateOf, WORDS } from "../words.js";
import { Title } from "./parts.js";

/** A page to print: what makes the key again, in words and as a code to scan. */
export function BackupKit({
  userId,
  publicKey,
  password,
  onDone,
}: {
  userId: string;
  publicKey: string;
  password: string;
  onDone: () => void;
}) {
  return (
    <main>
      <div class="no-print">
        <Title>{WORDS.backup.ready}</Title>
      </div>
      <article class="kit">
        <h2>{WORDS.backup.kit}</h2>
        <p>{WORDS.backup.kitWhy}</p>
        <dl>
          <div>
            <dt>{WORDS.backup.profile}</dt>
            <dd>{userId}</dd>
          </div>
          <div>
            <dt>{WORDS.backup.password}</dt>
            <dd class="secret">{password}</dd>
          </div>
          <div>
            <dt>{WORDS.backup.publicKey}</dt>
            <dd>{publicKey}</dd>
          </div>
        </dl>
        <figure>
          <Code text={kitText(userId, password)} />
        </figure>
        <div>
          <h3>{WORDS.backup.again}</h3>
          <ol>
            {WORDS.backup.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <p class="small">
          {WORDS.backup.madeOn(dateOf(Date.now()))} {location.origin}
        </p>
      </article>
      <div class="buttons no-print">
        <button type="button" class="button primary" onClick={() => window.print()}>
          {WORDS.backup.print}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {WORDS.backup.finish}
        </button>
      </div>
    </main>
  );
}

const kitText = (userId: string, password: string): string =>
  `idos-backup:1?profile=${userId}&password=${encodeURIComponent(password)}`;

function Code({ text }: { text: string }) {
  const code = generate(text);
  const path: string[] = [];
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) {
        path.push(`M${x + 2} ${y + 2}h1v1h-1z`);
      }
    }
  }
  const edge = code.size + 4;
  return (
    <svg viewBox={`0 0 ${edge} ${edge}`} role="img" aria-label={WORDS.backup.qr}>
      <rect width={edge} height={edge} fill="#ffffff" />
      <path d={path.join("")} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
}
