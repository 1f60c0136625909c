import { all } from "../pages.js";
import { Attribute } from "../rows.js";
import { run } from "../run.js";
import type { Session } from "../session.js";

/** Facts a person keeps in the open: every node can read them. */
export class Attributes {
  constructor(private readonly session: Session) {}

  list(): Promise<Attribute[]> {
    return all(this.session, "get_attributes_page", Attribute);
  }

  async add(key: string, value: string): Promise<string> {
    const id = crypto.randomUUID();
    await run(this.session, "add_attribute", { id, attribute_key: key, value });
    return id;
  }

  async edit(id: string, key: string, value: string): Promise<void> {
    await run(this.session, "edit_attribute", { id, attribute_key: key, value });
  }

  async remove(id: string): Promise<void> {
    await run(this.session, "remove_attribute", { id });
  }
}
