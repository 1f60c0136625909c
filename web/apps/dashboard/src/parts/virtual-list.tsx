import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { stepped, withIndex } from "./list-steps.js";

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** About how high one item is, in pixels; the true height is measured. */
  readonly height: number;
  /** Whether the items stand apart, as cards do. */
  readonly spaced?: boolean;
  /** Stays the same function as long as it draws the same: rows that stay are not drawn again. */
  readonly children: (item: T) => ReactNode;
};

const FEW = 40;

/** A list that stays fast however long it is: only what can be seen is in the page. */
export function VirtualList<T>(props: Props<T>) {
  return props.items.length <= FEW ? <ShortList {...props} /> : <LongList {...props} />;
}

const lookOf = (spaced: boolean | undefined) => (spaced ? "list spaced" : "list");

function ShortList<T>({ label, items, idOf, spaced, children }: Props<T>) {
  return (
    <ul className={lookOf(spaced)} aria-label={label}>
      {items.map((item) => (
        <li key={idOf(item)}>{children(item)}</li>
      ))}
    </ul>
  );
}

function LongList<T>({ label, items, idOf, height, spaced, children }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const { kept, ...moves } = useMoves(items.length);
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
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), kept),
  });
  return (
    <ul
      ref={list}
      className={`${lookOf(spaced)} long`}
      aria-label={label}
      style={{ height: rows.getTotalSize() }}
      {...moves}
    >
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <Row
              key={key}
              item={item}
              index={index}
              count={items.length}
              offset={start - top}
              measure={rows.measureElement}
            >
              {children}
            </Row>
          )
        );
      })}
    </ul>
  );
}

type RowProps<T> = {
  readonly item: T;
  readonly index: number;
  readonly count: number;
  readonly offset: number;
  readonly measure: (element: Element | null) => void;
  readonly children: (item: T) => ReactNode;
};

const Row = memo(<T,>({ item, index, count, offset, measure, children }: RowProps<T>) => (
  <li
    ref={measure}
    data-index={index}
    aria-setsize={count}
    aria-posinset={index + 1}
    style={{ transform: `translateY(${offset}px)` }}
  >
    {children(item)}
  </li>
)) as <T>(props: RowProps<T>) => ReactNode;

const indexOf = (element: Element) =>
  Number(element.closest<HTMLElement>("[data-index]")?.dataset["index"] ?? -1);

/**
 * Arrows, Home and End move the focus, beside Tab. The row that has the focus stays in the page
 * wherever it is scrolled to, so that the focus is never lost.
 */
function useMoves(count: number) {
  const [kept, setKept] = useState(-1);
  const wanted = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    wanted.current?.querySelector<HTMLElement>(`[data-index="${kept}"] :is(a, button)`)?.focus();
    wanted.current = null;
  }, [kept]);
  return {
    kept,
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const index = indexOf(target);
      setKept((before) => (index < 0 ? before : index));
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const next = stepped(indexOf(event.target as Element), event.key, count);
      if (next !== null) {
        event.preventDefault();
        wanted.current = event.currentTarget;
        setKept(next);
      }
    },
  };
}
