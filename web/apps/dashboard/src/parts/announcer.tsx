import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** One live region for results. The same words are shown for a while, for everybody. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", at: 0 });
  const announce = useCallback((text: string) => setSaid({ text, at: Date.now() }), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <output className="toast" key={said.at} aria-live="polite">
        {said.text}
      </output>
    </AnnounceContext>
  );
}

export const useAnnounce = () => useContext(AnnounceContext);
