/** The words of the drop-in element, ready for translation. */
export const elementWords = {
  connect: "Connect with idOS",
  waiting: (wallet: string) => `Waiting for ${wallet}. Look for its window and sign in there.`,
  failed: "It did not work. Nothing was changed. Try again, or choose another wallet.",
} as const;
