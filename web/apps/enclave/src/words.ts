/** Every word a person reads in the enclave. One file, so that it can be translated whole. */

const LANGUAGE = "en-GB";

const dateFormat = new Intl.DateTimeFormat(LANGUAGE, {
  day: "numeric",
  month: "long",
  year: "numeric",
});
const timeFormat = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "medium", timeStyle: "short" });
const listFormat = new Intl.ListFormat(LANGUAGE, { type: "conjunction" });
const sizeFormat = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 });

export const dateOf = (milliseconds: number): string => dateFormat.format(milliseconds);
export const timeOf = (milliseconds: number): string => timeFormat.format(milliseconds);
export const listOf = (items: readonly string[]): string => listFormat.format(items);
export const sizeOf = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 100_000
      ? `${sizeFormat.format(bytes / 1_000)} kB`
      : `${sizeFormat.format(bytes / 1_000_000)} MB`;

const DAY_MS = 24 * 3_600_000;
/** The end of something: with the time of the day when the day alone would say little. */
export const endOf = (milliseconds: number, now: number): string =>
  milliseconds - now < DAY_MS ? timeOf(milliseconds) : dateOf(milliseconds);
const isToday = (then: number, now: number): boolean =>
  new Date(then).toDateString() === new Date(now).toDateString();

/** Field names of idOS credentials as people say them. */
export const FIELDS: Readonly<Record<string, string>> = {
  firstName: "first name",
  middleName: "middle name",
  familyName: "family name",
  maidenName: "maiden name",
  gender: "gender",
  nationality: "nationality",
  dateOfBirth: "birth date",
  placeOfBirth: "place of birth",
  email: "e-mail address",
  phoneNumber: "phone number",
  ssn: "social security number",
  idDocumentCountry: "document country",
  idDocumentNumber: "document number",
  idDocumentType: "document type",
  idDocumentDateOfIssue: "document issued on",
  idDocumentDateOfExpiry: "document expires on",
  idDocumentFrontFile: "picture of the document, front",
  idDocumentBackFile: "picture of the document, back",
  selfieFile: "selfie",
  residentialAddressStreet: "street",
  residentialAddressHouseNumber: "house number",
  residentialAddressAdditionalAddressInfo: "more about the address",
  residentialAddressRegion: "region",
  residentialAddressCity: "city",
  residentialAddressPostalCode: "postal code",
  residentialAddressCountry: "country of residence",
  residentialAddressProofCategory: "kind of address proof",
  residentialAddressProofDateOfIssue: "address proof issued on",
  residentialAddressProofFile: "picture of the address proof",
  faceSignUserId: "number of your face record",
};

/** A field by its common name; an unknown one as it is written, split into words. */
export function fieldName(path: string): string {
  const name = path.replace(/^credentialSubject\./, "");
  return FIELDS[name] ?? name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

export const WORDS = {
  product: "idOS key",
  /** Work that takes long, by its kind: said with the size of what is worked on. */
  long: {
    title: "One moment",
    opening: (size: string) => `Opening ${size} of your data. Please keep this window open.`,
    sealing: (size: string) => `Encrypting ${size} of your data. Please keep this window open.`,
    filtering: (size: string) => `Looking through ${size} of your data. It stays in here.`,
  },
  frame: {
    unlock: "Unlock idOS",
    create: "Create idOS key",
    confirm: "See request",
    backup: "Back up idOS key",
    waiting: "Waiting for your answer in the other window",
    blocked:
      "Your browser did not open the window. Allow pop-ups for this page and press again. If it still does not open, this site does not allow the idOS window.",
    covered:
      "Something covers this button, so it does not work. Close what is in front and press again.",
  },
  header: {
    label: "Your picture and words",
    yours: "your picture",
    none: "No picture yet in this browser",
  },
  footer: "What I allowed",
  fallback: "The rest of this window is empty until the page that opened it asks something.",
  declined: "Not now",
  working: "One moment",
  done: { title: "Done", text: "This window closes by itself." },
  gone: {
    title: "The page has gone",
    text: "The page that asked was closed or loaded again. Nothing was shared. You can close this window.",
    close: "Close this window",
  },
  stranger: {
    title: "This window was not opened by idOS",
    text: "It does nothing, because another page opened it. Do not type your password in the page that sent you here.",
  },
  unlock: {
    title: "Unlock your idOS key",
    who: "wants to use your idOS key.",
    password: "Your password",
    show: "Show",
    hide: "Hide",
    keep: "Keep unlocked in this browser",
    keeping: { visit: "for this visit only", week: "for 1 week", month: "for 1 month" },
    unlock: "Unlock",
    unlocking: "Unlocking",
    cancel: "Cancel",
    wrong:
      "That is not the password of this key. Nothing was changed. Check the spelling and upper and lower case.",
    empty: "Type your password first.",
    unchecked:
      "The page did not say which key is yours, so a mistyped password cannot be noticed. The key is used for this visit only.",
    badUser:
      "The page named a profile that cannot have a password. Nothing was changed. Tell the site about it.",
    what: "With your key, this site can:",
    can: [
      "see that you have a key, and send you what only you can open",
      "ask you, in this window, to read or share one of your credentials",
    ],
    cannot: "It never gets the key itself.",
  },
  consent: {
    title: "Use your idOS key here?",
    who: "wants to use your idOS key.",
    allow: (origin: string) => `Let ${origin} use my key`,
    until: (date: string) => `Your key stays unlocked in this browser until ${date}.`,
  },
  create: {
    title: "Create your idOS key",
    who: "helps you to make a profile.",
    why: "A password makes the key that opens your credentials. Nobody else knows it, and nobody can reset it: if you lose it, what is stored for you can never be opened again.",
    password: "New password",
    again: "The same password again",
    differ: "The two passwords are not the same.",
    weak: "Somebody could guess this password. Make it longer: four unrelated words are good.",
    meter: "Strength",
    levels: ["very weak", "weak", "fair", "good", "very good"],
    measuring: "measuring",
    unmeasured: "not measured; use 16 characters or more",
    create: "Create my key",
    creating: "Creating your key",
  },
  mark: {
    title: "Choose your picture",
    why: "This window shows your picture and your words every time. If they are missing, it is not yours: close it.",
    pictures: "Picture",
    phrase: "Your words",
    phraseHint: "Two words you will recognise.",
    empty: "Write one or two words.",
    keep: "Keep this picture",
    names: [
      "sun",
      "moon",
      "mountain",
      "wave",
      "leaf",
      "star",
      "boat",
      "house",
      "cup",
      "fish",
      "tree",
      "flower",
    ],
    colours: ["amber", "copper", "violet", "silver", "scarlet", "indigo", "ivory", "emerald"],
    animals: ["otter", "heron", "badger", "lynx", "falcon", "tortoise", "dolphin", "marten"],
  },
  read: {
    title: "Let this site read your data?",
    who: (count: number) =>
      count === 1
        ? "wants to read one of your credentials."
        : `wants to read ${count} of your credentials.`,
    warning:
      "The site will see the content itself. It may keep what it read, and nothing can take that back.",
    all: "Also everything else I have, now and later, until my key is locked",
    allow: (origin: string) => `Let ${origin} read`,
    none: "Tick what the site may read, or choose Not now.",
    contains: (count: number) => `What is inside (${count})`,
  },
  filter: {
    title: "Answer questions about your data?",
    who: (count: number) =>
      count === 1
        ? "wants to know whether one of your credentials fits."
        : `wants to know which of your ${count} credentials fit.`,
    fields: "It asks about:",
    warning:
      "It gets yes or no, not the content. With many questions a site could still learn these fields, so only a few are answered each hour.",
    allow: (origin: string) => `Answer ${origin}`,
  },
  share: {
    who: (name: string) => `${name} asks to read`,
    verified: "name checked with the operators",
    claims: (name: string) => `It says it is ${name}. Nobody has checked that name.`,
    nameless: "It did not say its name.",
    unasked: "The operators did not answer, so names could not be checked.",
    asksOn: "asks on",
    knownToday: "known to you since today",
    knownSince: (date: string) => `known to you since ${date}`,
    what: "What",
    issued: (issuer: string) => `issued by ${issuer}`,
    issuedUnchecked: (issuer: string) => `says it was issued by ${issuer}; not checked`,
    issuerUnknown: "issuer not known",
    noFields: "A document whose content cannot be listed",
    why: "Why",
    theirWords: "in their words",
    howLong: "How long",
    openEnd: "Until you take it back. You can do that at any time.",
    lockedUntil: (date: string, length: string) =>
      `Locked until ${date}, ${length}. You cannot take it back or delete it before that.`,
    pastLock: "Until you take it back. The lock they ask for has already ended.",
    lockTick: (date: string) => `I agree to the lock until ${date}`,
    lockNeeded: "Tick the lock if you agree to it, or choose Not now.",
    afterwards: "What then",
    after: (name: string) =>
      `${name} can read it at any time without you, and may keep what it read. It travels locked: only the key of ${name} opens it.`,
    allow: (name: string) => `Share with ${name}`,
  },
  kinds: {
    identity: "Identity check",
    personhood: "Proof of personhood",
    other: "Credential",
    unreadable: "Document",
  },
  level: (level: string) => `level ${level}`,
  confirm: {
    title: "A question from a site",
    who: "asks you:",
    yes: "Accept",
    no: "Reject",
  },
  backup: {
    title: "Back up your idOS key",
    who: "asks you to back up your key.",
    why: "Your password is not kept here. Type it once more, and get a page to print.",
    make: "Make the backup page",
    making: "Checking your password",
    ready: "Your backup page is ready",
    kit: "idOS backup kit",
    kitWhy:
      "With the profile number and the password, your key can be made again in any browser. Keep this page where you keep your passport, and show it to nobody.",
    profile: "Profile number",
    password: "Password",
    publicKey: "Public key",
    madeOn: (date: string) => `Made on ${date} at`,
    qr: "QR code with the profile number and the password",
    steps: [
      "Open a site that uses idOS and choose Unlock.",
      "Type the password exactly as it stands here.",
      "The key is right when the public key is the one above.",
    ],
    again: "To use it:",
    print: "Print this page",
    finish: "I have it in a safe place",
    later: "Not now",
    offer: "Make a backup page",
    offerTitle: "Your key is made",
    offerWhy: "Print a backup page now, while your password is still known here.",
    skip: "Skip: I remember my password",
  },
  home: {
    title: "Your idOS key in this browser",
    intro: "What this browser keeps for you, which sites you let use it, and what they did.",
    keys: "Keys",
    noKeys: "No key is kept here. It appears when you unlock it on a site that uses idOS.",
    until: (date: string) => `unlocked until ${date}`,
    forget: (phrase: string) => `Forget ${phrase}`,
    forgetKey: "Forget",
    forgetSure:
      "This browser forgets the key. You need your password to use it again. Your credentials stay where they are.",
    forgetYes: "Forget it in this browser",
    forgetNo: "Keep it",
    sites: "Sites that may use it",
    noSites: "No site may use your key.",
    since: (date: string) => `since ${date}`,
    reads: (count: number) => (count === 1 ? "read 1 credential" : `read ${count} credentials`),
    readsAll: "may read every credential",
    readsNone: "may not read any content",
    asks: (fields: string) => `may ask about ${fields}`,
    withdraw: (origin: string) => `Take back the permission of ${origin}`,
    withdrawShort: "Take back",
    withdrawn: (origin: string) =>
      `Taken back from ${origin}. A page of it that is open, or was open within the last day, may use the key until tomorrow at the latest.`,
    forgotten: "The key was forgotten in this browser.",
    log: "What happened",
    noLog: "Nothing yet.",
    memory:
      "Your browser does not let this page keep anything, so the list is empty after each visit.",
  },
  acts: {
    unlocked: "you let it use your key",
    declined: "you said no",
    read: "read a credential",
    filtered: "asked about",
    limited: "asked too often and got no answer",
    shared: "you shared with",
    confirmed: "you accepted its question",
    "backed-up": "you made a backup page",
    reset: "gave its permissions back",
    withdrawn: "you took its permissions back",
    forgot: "you made this browser forget the key",
    created: "you created your key",
  },
} as const;

export const knownSince = (since: number, now: number): string =>
  isToday(since, now) ? WORDS.share.knownToday : WORDS.share.knownSince(dateOf(since));

/** A length of time from now, as people say it. */
export function lengthOf(milliseconds: number): string {
  if (milliseconds < DAY_MS) {
    const minutes = Math.max(1, Math.round(milliseconds / 60_000));
    const [count, unit] = minutes < 90 ? [minutes, "minute"] : [Math.round(minutes / 60), "hour"];
    return `for ${count} ${unit}${count === 1 ? "" : "s"}`;
  }
  const days = Math.round(milliseconds / DAY_MS);
  if (days < 60) {
    return days === 1 ? "for 1 day" : `for ${days} days`;
  }
  const months = Math.round(days / 30.44);
  if (months < 24) {
    return `for ${months} months`;
  }
  const years = Math.round(days / 365.25);
  return `for ${years} years`;
}
