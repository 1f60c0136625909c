import type { ReactNode } from "react";
import { time } from "../dates.js";
import { words } from "../words.js";
import { FailureNote } from "./failure.js";
import { Icon } from "./icon.js";
import { Loading } from "./loading.js";

type Query<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<unknown>;
};

/** The states every list has: loading, failed, shown, and shown as it was known before. */
export function QueryView<T>({
  query,
  children,
}: {
  query: Query<T>;
  children: (data: T) => ReactNode;
}) {
  const { data, error, dataUpdatedAt, refetch } = query;
  if (data === undefined) {
    return error ? <FailureNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  }
  return (
    <>
      {error ? (
        <div className="note warning" role="status">
          <Icon name="clock" />
          <p>{words.offline.banner(time(dataUpdatedAt))}</p>
        </div>
      ) : null}
      {children(data)}
    </>
  );
}
