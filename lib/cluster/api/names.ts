import { type FieldError, invalidValue } from './refusal';

/** How an object may be called. Source: apimachinery pkg/util/validation IsDNS1123Label, IsDNS1123Subdomain. */
export type NameForm = 'label' | 'subdomain' | 'underscored' | 'segment';

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

const scored = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';

const forms = {
  label: {
    pattern: new RegExp(`^${label}$`),
    longest: 63,
    detail: `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${label}')`,
  },
  subdomain: {
    pattern: new RegExp(`^${label}(\\.${label})*$`),
    longest: 253,
    detail: `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${label}(\\.${label})*')`,
  },
  underscored: {
    pattern: new RegExp(`^${scored}(\\.${scored})*$`),
    longest: 253,
    detail: `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${scored}(\\.${scored})*')`,
  },
} as const;

/** Any name that can stand in a path: asked of every object about which nothing else is wrong. Source: content.IsPathSegmentName. */
export function segmentErrors(field: string, name: string): FieldError[] {
  if (name === '.' || name === '..') return [invalidValue(field, name, `may not be '${name}'`)];
  return ['/', '%']
    .filter((character) => name.includes(character))
    .map((character) => invalidValue(field, name, `may not contain '${character}'`));
}

/** What is wrong with a name: too long, a forbidden character, or nothing. Source: IsDNS1123Label, IsDNS1123Subdomain. */
export function nameProblems(name: string, form: Exclude<NameForm, 'segment'>): string[] {
  const { pattern, longest, detail } = forms[form];
  const problems = name.length > longest ? [`must be no more than ${longest} characters`] : [];
  if (!pattern.test(name))
    problems.push(form === 'label' && forms.subdomain.pattern.test(name) ? 'must not contain dots' : detail);
  return problems;
}

/** As errors of a field. The beginning of a name may end with a dash. Source: pkg/api/validation NameIsDNSSubdomain, NameIsDNSLabel. */
export function nameErrors(field: string, name: string, form: NameForm, part?: 'prefix'): FieldError[] {
  if (form === 'segment') return [];
  return nameProblems(part ? name.replace(/.-$/, 'a') : name, form).map((problem) =>
    invalidValue(field, name, problem),
  );
}
