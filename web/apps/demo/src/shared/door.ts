import { type Enclave, EnclaveBridge, EnclaveError } from "@idos/client";

/** The enclave of this page. Its frame is made when it is first needed, and again after a failure. */
export class EnclaveDoor implements Enclave {
  private holder: Element | null = null;
  private bridge: Promise<EnclaveBridge> | null = null;
  private give: ((reason: EnclaveError) => void) | null = null;

  constructor(private readonly url: string) {}

  /** Says where the frame goes. */
  standAt(holder: Element): void {
    this.holder = holder;
  }

  readonly call: Enclave["call"] = async (method, ...args) => {
    const bridge = await this.opened();
    const givenUp = new Promise<never>((_, reject) => {
      this.give = reject;
    });
    return Promise.race([bridge.call(method, ...args), givenUp]);
  };

  /** The person does not want to go on. */
  readonly giveUp = (): void => {
    this.give?.(new EnclaveError("closed"));
    void this.bridge?.then((bridge) => bridge.close());
    this.bridge = null;
  };

  private opened(): Promise<EnclaveBridge> {
    if (!this.holder) {
      return Promise.reject(new EnclaveError("unavailable"));
    }
    this.bridge ??= EnclaveBridge.open({ container: this.holder, url: this.url }).catch((error) => {
      this.bridge = null;
      throw error;
    });
    return this.bridge;
  }
}
