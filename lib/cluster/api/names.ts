import { type FieldError, invalidValue } from './refusal';

/** How an object may be called. Source: apimachinery pkg/util/validation IsDNS1123Label, IsDNS1123Subdomain. */
export type NameForm = 'label' | 'subdomain';

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

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
} as const;

/** What is wrong with a name: too long, a forbidden character, or nothing. */
export function nameErrors(field: string, name: string, form: NameForm): FieldError[] {
  const { pattern, longest, detail } = forms[form];
  const errors = name.length > longest ? [`must be no more than ${longest} bytes`] : [];
  if (!pattern.test(name)) errors.push(detail);
  return errors.map((error) => invalidValue(field, name, error));
}
