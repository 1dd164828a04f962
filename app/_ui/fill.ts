/** `fill('{n} of {m}', { n: 1, m: 2 })` is `1 of 2`. A name without a value stays as it stands. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
