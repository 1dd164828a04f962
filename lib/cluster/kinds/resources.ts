import { labelKeyProblems } from '../api/labels';
import { absent, duplicate, type FieldError, forbidden, invalidValue, required } from '../api/refusal';
import { byKey } from '../keys';
import { quantity } from '../quantity';
import { fieldsOf } from './paths';

/**
 * What containers ask for. Models pkg/apis/core/validation validateResourceRequirements (v1.37).
 * Leaves out: what a Pod as a whole may ask for, sizes of huge pages.
 */

type Quantities = Readonly<Record<string, string>>;
export interface Requirements {
  readonly requests?: Quantities;
  readonly limits?: Quantities;
  readonly claims?: unknown;
}

const isHugePages = (name: string): boolean => name.startsWith('hugepages-');
/** What a container may ask for by its own name. Source: IsStandardContainerResourceName. */
export const isOfContainers = (name: string): boolean =>
  ['cpu', 'memory', 'ephemeral-storage'].includes(name) || isHugePages(name);
/** Resources of quotas: known, but not a container's. */
const ofQuotas =
  /^((requests|limits)\.(cpu|memory|ephemeral-storage|storage)|storage|pods|resourcequotas|services(\.\w+)?|replicationcontrollers|secrets|configmaps|persistentvolumeclaims)$/;
const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/');
const isExtended = (name: string): boolean => !isNative(name) && !name.startsWith('requests.');
const isOvercommitable = (name: string): boolean => isNative(name) && !isHugePages(name);

function nameErrors(name: string, at: string): FieldError[] {
  const errors = labelKeyProblems(name).map((problem) => invalidValue(at, name, problem));
  if (name.includes('/')) {
    if (!isNative(name) && !isExtended(name))
      errors.push(invalidValue(at, name, "doesn't follow extended resource name standard"));
    return errors;
  }
  if (errors.length === 0 && !isOfContainers(name) && !ofQuotas.test(name))
    errors.push(invalidValue(at, name, 'must be a standard resource type or fully qualified'));
  if (!isOfContainers(name))
    errors.push(invalidValue(at, name, 'must be a standard resource for containers'));
  return errors;
}

export const quantityErrors = (name: string, text: string, at: string): FieldError[] => [
  ...(quantity(text) < 0 ? [invalidValue(at, text, 'must be greater than or equal to 0')] : []),
  ...(isExtended(name) && !Number.isInteger(quantity(text))
    ? [invalidValue(at, text, 'must be an integer')]
    : []),
];

const sorted = (list: Quantities | undefined) => Object.entries(list ?? {}).sort(byKey);

export function resourceErrors(
  resources: Requirements | undefined,
  at: string,
  claimNames: readonly string[],
): FieldError[] {
  const { limits = {}, requests = {}, claims } = resources ?? {};
  const errors: FieldError[] = [];
  for (const [name, text] of sorted(limits))
    errors.push(
      ...nameErrors(name, `${at}.limits[${name}]`),
      ...quantityErrors(name, text, `${at}.limits[${name}]`),
    );
  for (const [name, text] of sorted(requests)) {
    const here = `${at}.requests[${name}]`;
    errors.push(...nameErrors(name, here), ...quantityErrors(name, text, here));
    const limit = limits[name];
    const must = (what: string) =>
      errors.push(invalidValue(`${at}.requests`, text, `must be ${what} ${name} limit of ${limit}`));
    if (limit === undefined) {
      if (!isOvercommitable(name))
        errors.push(required(`${at}.limits`, 'Limit must be set for non overcommitable resources'));
    } else if (quantity(text) !== quantity(limit) && !isOvercommitable(name)) must('equal to');
    else if (quantity(text) > quantity(limit)) must('less than or equal to');
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
    errors.push(forbidden(at, 'HugePages require cpu or memory'));
  return [...errors, ...claimErrors(claims, `${at}.claims`, claimNames)];
}

function claimErrors(claims: unknown, at: string, known: readonly string[]): FieldError[] {
  const seen = new Set<unknown>();
  return fieldsOf(claims).flatMap(({ name, request }, i) => {
    const field = `${at}[${i}]`;
    if (!name) return [required(field)];
    const key = request ? `${name}/${request}` : name;
    const errors = seen.has(key) ? [duplicate(field, key)] : [];
    seen.add(key);
    const where = 'must be one of the names in pod.spec.resourceClaims';
    if (!known.includes(name as string))
      errors.push(
        absent(field, name, known.length ? `${where}: ${known.join(', ')}` : `${where} which is empty`),
      );
    return errors;
  });
}
