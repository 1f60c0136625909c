import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Virtualizer,
} from "@tanstack/react-virtual";
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { stepped, withIndex } from "./list-steps.js";

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  /** Stays the same function: a new one has every height reckoned again. */
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
  const [typical, setTypical] = useState(height);
  const { kept, ...moves } = useMoves(items.length);
  const keyOf = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : idOf(item);
    },
    [items, idOf],
  );
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => typical,
    getItemKey: keyOf,
    measureElement: heightOf,
    overscan: 6,
    scrollMargin: top,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), kept),
  });
  useLayoutEffect(() => {
    setTop(list.current?.offsetTop ?? 0);
    setTypical(list.current?.querySelector("li")?.offsetHeight ?? height);
  }, [height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another guess, all heights anew
  useLayoutEffect(() => rows.measure(), [rows, typical]);
  let reached = top;
  return (
    <ul
      ref={list}
      className={`${lookOf(spaced)} long`}
      aria-label={label}
      style={{ height: rows.getTotalSize() }}
      {...moves}
    >
      {rows.getVirtualItems().map(({ index, key, start, end }) => {
        const item = items[index];
        const gap = start - reached;
        reached = end;
        return (
          item !== undefined && (
            <Row
              key={key}
              item={item}
              index={index}
              count={items.length}
              gap={gap}
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

/**
 * The height the browser tells after it laid out a row. Until then the guess stands: asking at once
 * would have the whole page laid out once more for every row that comes in.
 */
function heightOf(
  element: Element,
  told: ResizeObserverEntry | undefined,
  rows: Virtualizer<Window, Element>,
): number {
  const index = rows.indexFromElement(element);
  const known = rows.itemSizeCache.get(rows.options.getItemKey(index));
  return Math.round(told?.borderBoxSize[0]?.blockSize ?? known ?? rows.options.estimateSize(index));
}

type RowProps<T> = {
  readonly item: T;
  readonly index: number;
  readonly count: number;
  /** How far below the row before it: rows are in the page's flow, which is the cheapest to paint. */
  readonly gap: number;
  readonly measure: (element: Element | null) => void;
  readonly children: (item: T) => ReactNode;
};

const Row = memo(<T,>({ item, index, count, gap, measure, children }: RowProps<T>) => (
  <li
    ref={measure}
    data-index={index}
    aria-setsize={count}
    aria-posinset={index + 1}
    style={gap === 0 ? undefined : { marginTop: gap }}
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
