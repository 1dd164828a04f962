/** The languages of Podium, in the order of the switch. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** A text of the course in both languages. Backticks mark code, as in Markdown; nothing else is markup. */
export type Text = Readonly<Record<Locale, string>>;

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
