import { type Enclave, EnclaveBridge, EnclaveError } from "@idos/client";

/** How far the enclave is with a large content. */
export type Far = { readonly bytes: number; readonly done: number; readonly total: number };

/** The one enclave of this page. Its frame is made when it is first needed, and again after a failure. */
export class EnclaveDoor implements Enclave {
  private holder: Element | null = null;
  private bridge: Promise<EnclaveBridge> | null = null;
  private readonly followers = new Set<(far: Far) => void>();
  private readonly stops = new Set<(error: EnclaveError) => void>();

  constructor(private readonly url: string) {}

  /** Says where the frame goes. */
  standAt(holder: Element): void {
    this.holder = holder;
  }

  readonly call: Enclave["call"] = async (method, ...args) => {
    const bridge = await this.opened();
    let stop: (error: EnclaveError) => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = reject;
    });
    this.stops.add(stop);
    try {
      return await Promise.race([bridge.call(method, ...args), stopped]);
    } finally {
      this.stops.delete(stop);
    }
  };

  /** Hears how far the enclave is. Returns the way to stop. */
  readonly follow = (follower: (far: Far) => void): (() => void) => {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  };

  /** The person does not want to go on: everything that waits hears it. */
  readonly cancel = (): void => {
    for (const stop of this.stops) {
      stop(new EnclaveError("closed"));
    }
    void this.bridge?.then((bridge) => bridge.close());
    this.bridge = null;
  };

  private opened(): Promise<EnclaveBridge> {
    const { holder } = this;
    if (!holder) {
      throw new EnclaveError("unavailable");
    }
    const onProgress = (far: Far) => {
      for (const follower of this.followers) {
        follower(far);
      }
    };
    const settings = { container: holder, url: this.url, onProgress };
    this.bridge ??= EnclaveBridge.open(settings).catch((error) => {
      this.bridge = null;
      throw error;
    });
    return this.bridge;
  }
}
