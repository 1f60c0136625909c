import type { LoggedIn } from "@idos/client";
import type { EnclaveDoor } from "@idos/page";
import { ask, send } from "../shared/api.js";
import type { PictureKind } from "./pictures.js";
import { type CaseStatus, type Issuer, CaseStatus as Status } from "./wire.js";

const WEEK_SECONDS = 7n * 24n * 60n * 60n;
const CLOCK_SKEW_SECONDS = 300n;

/** What a person sends to Acme. */
export type Application = {
  readonly data: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<PictureKind, File>>;
  readonly personhood: boolean;
  /** The case it corrects. */
  readonly replaces: string | null;
};

export type Step = { readonly step: "signing" } | { readonly step: "sending"; readonly at: number };

/** Signs the permissions, then sends data and pictures. */
export async function submit(
  me: LoggedIn,
  enclave: EnclaveDoor,
  issuer: Issuer,
  application: Application,
  onStep: (step: Step) => void,
): Promise<CaseStatus> {
  onStep({ step: "signing" });
  const sign = () => {
    const now = BigInt(Math.floor(Date.now() / 1000));
    const terms = {
      consumer: issuer.publicKey,
      issuerKey: issuer.publicKey,
      lockedUntil: 0n,
      notBefore: now - CLOCK_SKEW_SECONDS,
      notAfter: now + WEEK_SECONDS,
    };
    return me.papers.signWriteGrant(terms, enclave);
  };
  const kycGrant = await sign();
  const humanGrant = application.personhood ? await sign() : null;
  onStep({ step: "sending", at: 1 });
  const { data, replaces, pictures } = application;
  const opened = await send(Status, "/api/cases", { data, kycGrant, humanGrant, replaces });
  onStep({ step: "sending", at: 2 });
  await upload(opened.id, "document", pictures.document);
  onStep({ step: "sending", at: 3 });
  return upload(opened.id, "selfie", pictures.selfie);
}

const upload = (id: string, kind: PictureKind, file: File) =>
  ask(Status, `/api/cases/${id}/pictures/${kind}?name=${encodeURIComponent(file.name)}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
