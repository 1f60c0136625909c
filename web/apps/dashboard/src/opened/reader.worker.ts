import { readContent } from "./content.js";

addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => {
  postMessage(readContent(data));
});
