import { AcmePage } from "./acme/page.js";
import { open } from "./shared/open.js";

await open((place) => <AcmePage place={place} />);
