import { CompanyPage } from "./company/page.js";
import { open } from "./shared/open.js";

await open((place) => <CompanyPage place={place} />);
