/** Where records lie: in the browser's database, or in memory when the browser allows no more. */
export interface Cabinet {
  readonly persistent: boolean;
  get(id: string): Promise<unknown>;
  /** Every record whose id starts so. */
  list(prefix: string): Promise<unknown[]>;
  put(id: string, record: unknown): Promise<void>;
  /** Puts the record unless there is one, and returns the one that is there now. */
  putIfAbsent(id: string, record: unknown): Promise<unknown>;
  remove(id: string): Promise<void>;
}

/** Forgets everything when the page goes. */
export class MemoryCabinet implements Cabinet {
  readonly persistent = false;
  private readonly records = new Map<string, unknown>();

  async get(id: string): Promise<unknown> {
    return this.records.get(id);
  }

  async list(prefix: string): Promise<unknown[]> {
    return [...this.records].filter(([id]) => id.startsWith(prefix)).map(([, record]) => record);
  }

  async put(id: string, record: unknown): Promise<void> {
    this.records.set(id, record);
  }

  async putIfAbsent(id: string, record: unknown): Promise<unknown> {
    const there = this.records.get(id);
    if (there === undefined) {
      this.records.set(id, record);
    }
    return there ?? record;
  }

  async remove(id: string): Promise<void> {
    this.records.delete(id);
  }
}

const STORE = "records";

/** IndexedDB: the only place that keeps a key which no script can read out. */
export class DatabaseCabinet implements Cabinet {
  readonly persistent = true;

  private constructor(private readonly database: IDBDatabase) {}

  static async open(name: string): Promise<DatabaseCabinet> {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return new DatabaseCabinet(await done(request));
  }

  get(id: string): Promise<unknown> {
    return done(this.store("readonly").get(id));
  }

  list(prefix: string): Promise<unknown[]> {
    return done(this.store("readonly").getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
  }

  async put(id: string, record: unknown): Promise<void> {
    await done(this.store("readwrite").put(record, id));
  }

  async putIfAbsent(id: string, record: unknown): Promise<unknown> {
    const store = this.store("readwrite");
    const there: unknown = await done(store.get(id));
    if (there !== undefined) {
      return there;
    }
    await done(store.put(record, id)); // the same transaction: two tabs cannot both be first
    return record;
  }

  async remove(id: string): Promise<void> {
    await done(this.store("readwrite").delete(id));
  }

  private store(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(STORE, mode).objectStore(STORE);
  }
}

/** The database if it can be written to, else memory: some people block all third-party storage. */
export async function openCabinet(): Promise<Cabinet> {
  try {
    const cabinet = await DatabaseCabinet.open("idos-enclave");
    await cabinet.put("probe", 1);
    return cabinet;
  } catch {
    return new MemoryCabinet();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database failed"));
  });
}
