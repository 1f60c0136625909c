// Credentials and the JavaScript libraries that issuers and consumers of idOS use.
// Usage: node credentials.mjs verify FILE | issue FILE | canonicalize FILE | ascii85 FILE
//   verify        FILE is a list of {name, credential, issuer, rdf, jcs}: whether each proof holds
//   issue         writes such a list, made by the libraries
//   canonicalize  FILE is a list of {value, text}: the text is RFC 8785's of the value
//   ascii85       FILE is a list of {hex, text}: the library reads the text as those bytes
// The last line is `N passed, N failed`.
import { readFileSync, writeFileSync } from "node:fs";
import * as vc from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { Ed25519Signature2020, suiteContext } from "@digitalbazaar/ed25519-signature-2020";
import { Ed25519VerificationKey2020 } from "@digitalbazaar/ed25519-verification-key-2020";
import { createSignCryptosuite, createVerifyCryptosuite } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import base85 from "base85";
import canonicalize from "canonicalize";
import { JsonLdDocumentLoader } from "jsonld-document-loader";

const IDOS = "https://idos-network.github.io/idos-sdk-js/credentials/";
const W3C = "https://www.w3.org/2018/credentials/v1";
const shipped = new URL("../../credentials/src/main/resources/dev/idos/credentials/contexts/", import.meta.url);
const contexts = ["idos-credentials-v1.json", "idos-credential-subject-v1.json", "idos-credential-subject-v2.json", "idos-credential-subject-face-id-v1.json"];
// where an earlier release published the first two
const earlier = "https://raw.githubusercontent.com/idos-network/idos-sdk-js/346f14468348e4f3dd00039c89ce9bb49d88777c/packages/%40credentials/assets/";
const [command, path] = process.argv.slice(2);

/** The shipped idOS contexts, the libraries' own copies of the W3C ones, one issuer; no network. */
function documentLoader({ id, controller, publicKeyMultibase }) {
  const loader = new JsonLdDocumentLoader();
  for (const file of contexts) {
    const document = JSON.parse(readFileSync(new URL(file, shipped), "utf8"));
    loader.addStatic(IDOS + file, document);
    loader.addStatic(earlier + file, document);
  }
  for (const [url, document] of suiteContext.contexts) loader.addStatic(url, document);
  const key = { "@context": suiteContext.constants.CONTEXT_URL, id, type: "Ed25519VerificationKey2020", controller, publicKeyMultibase };
  loader.addStatic(id, key);
  loader.addStatic(controller, controllerOf({ id, controller }));
  const own = loader.build();
  return async (url) => (url === W3C ? vc.defaultDocumentLoader(url) : own(url));
}
const controllerOf = ({ id, controller }) => ({ "@context": "https://w3id.org/security/v2", id: controller, assertionMethod: [id], authentication: [id] });

async function holds(credential, issuer, suite) {
  const purpose = new vc.CredentialIssuancePurpose({ controller: controllerOf(issuer) });
  const result = await vc.verifyCredential({ credential: structuredClone(credential), suite, purpose, documentLoader: documentLoader(issuer) });
  return [result.verified, result.error?.errors?.map((error) => error.message).join("; ") ?? result.error?.message ?? ""];
}

async function verify({ credential, issuer }) {
  const key = await Ed25519VerificationKey2020.from({ type: "Ed25519VerificationKey2020", ...issuer });
  const rdf = await holds(credential, issuer, new Ed25519Signature2020({ key }));
  const jcs = await holds(credential, issuer, new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }));
  return { rdf, jcs };
}

async function issue() {
  const base = "https://libraries.example/idos";
  const seed = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
  const key = await Ed25519VerificationKey2020.generate({ seed, id: `${base}/keys/1`, controller: `${base}/issuers/1` });
  const multikey = await Ed25519Multikey.from(key.export({ publicKey: true, privateKey: true, includeContext: true }));
  const issuer = { id: key.id, controller: key.controller, publicKeyMultibase: key.publicKeyMultibase };
  const loader = documentLoader(issuer);
  const head = (n) => ({
    "@context": [W3C, IDOS + contexts[0], suiteContext.constants.CONTEXT_URL],
    type: ["VerifiableCredential"], issuer: key.controller, id: `${base}/credentials/${n}`, level: "plus+liveness",
    issued: "2024-02-03T04:05:06.789Z", approvedAt: "2024-02-03T04:05:06.789Z", expirationDate: "2090-01-01T00:00:00.000Z",
  });
  const kyc = {
    "@context": IDOS + contexts[2], id: "uuid:0b7c1f2a-8a55-4c0f-9d6a-3c1e5a7b9d11", firstName: "Zoë \"Zo\"", familyName: "O'Neil \\ 文字 😀\nJr",
    dateOfBirth: "1990-01-31T00:00:00.000Z", nationality: "DE", idDocumentCountry: "FR", idDocumentNumber: "X1", idDocumentType: "PASSPORT",
    idDocumentFrontFile: base85.encode(Buffer.from(Uint8Array.from({ length: 4000 }, (_, i) => i)), "ascii85"), selfieFile: base85.encode(Buffer.from("Selfie"), "ascii85"),
    residentialAddressStreet: "Main", residentialAddressCity: "Lyon", residentialAddressCountry: "FR", residentialAddressProofCategory: "utility",
    residentialAddressProofDateOfIssue: "2024-01-01T00:00:00.000Z", residentialAddressProofFile: base85.encode(Buffer.from("bill"), "ascii85"),
  };
  const v1 = { "@context": IDOS + contexts[1], id: "uuid:1", firstName: "A", applicantId: "a-1", inquiryId: "q", governmentId: "g", governmentIdType: "t" };
  const faceId = { "@context": IDOS + contexts[3], faceSignUserId: "0f8fad5b-d9cb-469f-a165-70867728950e" };
  const rdfSuite = new Ed25519Signature2020({ key });
  const jcsSuite = () => new DataIntegrityProof({ signer: multikey.signer(), cryptosuite: createSignCryptosuite() });
  const quietSuite = jcsSuite();
  // The library would add its own context to the document, which consumers of idOS cannot load.
  quietSuite.ensureSuiteContext = () => {};
  const context = [W3C, earlier + contexts[0], suiteContext.constants.CONTEXT_URL];
  const drafts = [
    ["kyc", { credentialSubject: kyc }, [rdfSuite]],
    ["v1", { credentialSubject: v1 }, [rdfSuite]],
    ["face id", { credentialSubject: faceId }, [rdfSuite]],
    ["an earlier address", { "@context": context, credentialSubject: { ...v1, "@context": earlier + contexts[1] } }, [rdfSuite]],
    ["kyc with both proofs", { credentialSubject: kyc }, [rdfSuite, quietSuite]],
    ["both proofs the other way round", { credentialSubject: kyc }, [quietSuite, rdfSuite]],
    ["the second proof alone, with the library's context", { credentialSubject: kyc }, [jcsSuite()]],
  ];
  const rows = [];
  for (const [n, [name, own, suites]] of drafts.entries()) {
    let credential = { ...head(n), ...own };
    for (const suite of suites) credential = await vc.issue({ credential, suite, documentLoader: loader });
    rows.push({ name, credential, issuer, rdf: suites.includes(rdfSuite), jcs: suites.length > 1 || !suites.includes(rdfSuite) });
  }
  return rows;
}

let passed = 0;
let failed = 0;
function check(name, ok, detail = "") {
  ok ? passed++ : failed++;
  console.log(`${ok ? "ok" : "not ok"} ${name}${ok ? "" : `: ${detail}`}`);
}

if (command === "issue") {
  const rows = await issue();
  for (const row of rows) {
    const { rdf, jcs } = await verify(row);
    check(`issued ${row.name}`, rdf[0] === row.rdf && jcs[0] === row.jcs, `${rdf} ${jcs}`);
  }
  writeFileSync(path, JSON.stringify(rows));
} else {
  for (const [n, row] of JSON.parse(readFileSync(path, "utf8")).entries()) {
    if (command === "verify") {
      const { rdf, jcs } = await verify(row);
      check(row.name, rdf[0] === row.rdf && jcs[0] === row.jcs, `rdf ${rdf}, jcs ${jcs}`);
    } else if (command === "canonicalize") {
      check(`canonical ${n}`, canonicalize(row.value) === row.text, canonicalize(row.value));
    } else if (command === "ascii85") {
      const read = base85.decode(row.text.replaceAll("z", "!!!!!"), "ascii85");
      check(`file ${n}`, read !== false && read.toString("hex") === row.hex, String(read));
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
