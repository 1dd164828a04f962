import { asGo } from '../api/as-go';
import { type FieldError, invalidValue, oneOf, required, tooLong, unsupported } from '../api/refusal';
import { type Fields, fieldsOf, pathErrors } from './paths';

/**
 * Who a Pod's processes are and what they may.
 * Models pkg/apis/core/validation validatePodSpecSecurityContext, ValidateSecurityContext (v1.37).
 * Leaves out: sysctls' namespaces, SELinux and Windows options.
 */

const profileTypes = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const idErrors = (at: string, id: unknown): FieldError[] =>
  typeof id !== 'number' || (id >= 0 && id < 2 ** 31)
    ? []
    : [invalidValue(at, id, 'must be between 0 and 2147483647, inclusive')];

function seccompErrors(profile: Fields | undefined, at: string): FieldError[] {
  if (!profile) return [];
  const { type, localhostProfile } = profile;
  const errors = type
    ? oneOf(`${at}.type`, type, profileTypes)
    : [required(`${at}.type`, 'type is required when seccompProfile is set')];
  const field = `${at}.localhostProfile`;
  if (type !== 'Localhost') {
    if (localhostProfile !== undefined)
      errors.push(
        invalidValue(
          field,
          asGo('SeccompProfile', profile),
          'can only be set when seccomp type is Localhost',
        ),
      );
  } else if (localhostProfile === undefined)
    errors.push(required(field, 'must be set when seccomp type is Localhost'));
  else errors.push(...pathErrors(field, localhostProfile as string));
  return errors;
}

function appArmorErrors(profile: Fields | undefined, at: string): FieldError[] {
  if (!profile) return [];
  const { type } = profile;
  const text = profile.localhostProfile as string | undefined;
  const field = `${at}.localhostProfile`;
  if (!type) return [required(`${at}.type`, 'type is required when appArmorProfile is set')];
  if (!profileTypes.includes(type as string)) return [unsupported(`${at}.type`, type, profileTypes)];
  if (type !== 'Localhost')
    return text === undefined
      ? []
      : [invalidValue(field, text, 'can only be set when AppArmor type is Localhost')];
  if (text === undefined || text === '')
    return [required(field, 'must be set when AppArmor type is Localhost')];
  return [
    ...(text.trim() === text ? [] : [invalidValue(field, text, 'must not be padded with whitespace')]),
    ...tooLong(field, text, 4095),
  ];
}

const sysctlForm = '^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$';

export function podSecurityErrors(context: Fields | undefined, at: string): FieldError[] {
  if (!context) return [];
  const errors: FieldError[] = [];
  for (const field of ['fsGroup', 'runAsUser', 'runAsGroup'])
    errors.push(...idErrors(`${at}.${field}`, context[field]));
  const groups = (context.supplementalGroups ?? []) as number[];
  errors.push(...groups.flatMap((id, i) => idErrors(`${at}.supplementalGroups[${i}]`, id)));
  const names = new Set<unknown>();
  for (const [i, { name }] of fieldsOf(context.sysctls).entries()) {
    const field = `${at}.sysctls[${i}].name`;
    if (!name) errors.push(required(field));
    else if (!new RegExp(sysctlForm).test(name as string) || (name as string).length > 253)
      errors.push(
        invalidValue(field, name, `must have at most 253 characters and match regex ${sysctlForm}`),
      );
    else if (names.has(name)) errors.push({ field, detail: `Duplicate value: ${JSON.stringify(name)}` });
    names.add(name);
  }
  return [
    ...errors,
    ...oneOf(`${at}.fsGroupChangePolicy`, context.fsGroupChangePolicy, ['Always', 'OnRootMismatch']),
    ...seccompErrors(context.seccompProfile as Fields, `${at}.seccompProfile`),
    ...appArmorErrors(context.appArmorProfile as Fields, `${at}.appArmorProfile`),
    ...oneOf(`${at}.supplementalGroupsPolicy`, context.supplementalGroupsPolicy, ['Merge', 'Strict']),
    ...oneOf(`${at}.seLinuxChangePolicy`, context.seLinuxChangePolicy, ['MountOption', 'Recursive']),
  ];
}

export function securityErrors(context: Fields | undefined, at: string, hostUsers: boolean): FieldError[] {
  if (!context) return [];
  const { procMount, capabilities } = context;
  const errors = [
    ...idErrors(`${at}.runAsUser`, context.runAsUser),
    ...idErrors(`${at}.runAsGroup`, context.runAsGroup),
    ...oneOf(`${at}.procMount`, procMount, ['Default', 'Unmasked']),
  ];
  if (hostUsers && procMount === 'Unmasked')
    errors.push(invalidValue(`${at}.procMount`, procMount, '`hostUsers` must be false to use `Unmasked`'));
  errors.push(...seccompErrors(context.seccompProfile as Fields, `${at}.seccompProfile`));
  if (context.allowPrivilegeEscalation === false) {
    const cannot = (what: string) =>
      errors.push(
        invalidValue(
          at,
          asGo('SecurityContext', context),
          `cannot set \`allowPrivilegeEscalation\` to false and ${what}`,
        ),
      );
    if (context.privileged) cannot('`privileged` to true');
    const added = ((capabilities as Fields | undefined)?.add ?? []) as string[];
    if (added.includes('CAP_SYS_ADMIN')) cannot('`capabilities.Add` CAP_SYS_ADMIN');
  }
  return [...errors, ...appArmorErrors(context.appArmorProfile as Fields, `${at}.appArmorProfile`)];
}
