import { IdosConnect } from "./idos-connect.js";

export * from "../index.js";
export { type ConnectedDetail, IdosConnect } from "./idos-connect.js";

if (!customElements.get("idos-connect")) {
  customElements.define("idos-connect", IdosConnect);
}
