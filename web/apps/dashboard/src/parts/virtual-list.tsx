import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** About how high one item is, in pixels; the true height is measured. */
  readonly height: number;
  readonly children: (item: T) => ReactNode;
};

const FEW = 40;

/** A list that stays fast however long it is: only what can be seen is in the page. */
export function VirtualList<T>(props: Props<T>) {
  return props.items.length <= FEW ? <ShortList {...props} /> : <LongList {...props} />;
}

function ShortList<T>({ label, items, idOf, children }: Props<T>) {
  return (
    <ul className="list" aria-label={label}>
      {items.map((item) => (
        <li key={idOf(item)}>{children(item)}</li>
      ))}
    </ul>
  );
}

function LongList<T>({ label, items, idOf, height, children }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop(list.current?.offsetTop ?? 0);
  }, []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : idOf(item);
    },
    overscan: 6,
    scrollMargin: top,
  });
  return (
    <ul ref={list} className="list long" aria-label={label} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {children(item)}
            </li>
          )
        );
      })}
    </ul>
  );
}
