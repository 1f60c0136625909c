/** What the browser says about who embeds this frame. */
export type Embedding = {
  /** `location.ancestorOrigins`, nearest first; undefined where the browser does not have it. */
  readonly ancestors: readonly string[] | undefined;
  readonly referrer: string;
  readonly self: string;
};

/** Why a message was not taken for the parent's. */
export type Stranger = "source" | "origin" | "ancestor" | "nested";

/**
 * Decides whether a message comes from the page that embeds this frame. The browser states origin
 * and source of every message; the list of ancestors tells a page inside another site's page.
 */
export function strangerIn(
  event: { readonly origin: string; readonly fromParent: boolean },
  known: string | undefined,
  { ancestors, referrer, self }: Embedding,
): Stranger | null {
  if (!event.fromParent) {
    return "source";
  }
  if (!/^(https?|chrome-extension|moz-extension):\/\/./.test(event.origin)) {
    return "origin"; // an opaque origin is anybody's
  }
  if (known !== undefined && event.origin !== known) {
    return "origin";
  }
  if (ancestors !== undefined) {
    if (ancestors[0] !== event.origin) {
      return "ancestor";
    }
    return ancestors.every((ancestor) => ancestor === event.origin) ? null : "nested";
  }
  const referrerOrigin = URL.canParse(referrer) ? new URL(referrer).origin : self;
  return referrerOrigin === self || referrerOrigin === event.origin ? null : "ancestor";
}
