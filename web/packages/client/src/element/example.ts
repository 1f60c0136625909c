/** The example beside the drop-in file: a page as any site may write it, without a bundler. */
export function examplePage(fileName: string, integrity: string): string {
  const tag = `<script type="module" src="${fileName}"
  integrity="${integrity}"
  crossorigin="anonymous"></script>`;
  const element = `<idos-connect node-urls="http://localhost:8484"></idos-connect>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Connect with idOS in a plain page</title>
    ${tag}
    <script type="module" src="example.js"></script>
  </head>
  <body>
    <main>
      <h1>Connect with idOS in a plain page</h1>
      ${element}
      <p><output id="who"></output></p>
      <h2>What this page says</h2>
      <pre><code>${escaped(`${tag}\n${element}`)}</code></pre>
      <p>
        The browser runs the file only if it is, byte for byte, the one this hash was made of. Copy
        the new hash together with a new version of the file.
      </p>
    </main>
  </body>
</html>
`;
}

/** What the example does when somebody has connected. */
export const exampleScript = `const who = document.querySelector("#who");
document.addEventListener("idos-connected", ({ detail }) => {
  who.value =
    detail.state === "logged-in"
      ? \`Logged in as \${detail.me.signer.address}.\`
      : \`\${detail.withSigner.signer.address} has no profile yet. An issuer can make one.\`;
});
document.addEventListener("idos-failed", () => {
  who.value = "Nobody is connected.";
});
`;

const escaped = (text: string) => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
