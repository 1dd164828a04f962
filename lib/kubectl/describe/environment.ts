import type { Container, EnvVar, KeyRef } from '../../cluster/objects';
import { milliValue, quantity } from '../../cluster/quantity';
import type { Page } from './page';

/** A field of the Pod by its path; kubectl knows name and namespace only. */
export type FieldOf = (path: string) => string;

interface Sources {
  readonly fieldRef?: { readonly apiVersion?: string; readonly fieldPath: string };
  readonly resourceFieldRef?: { readonly resource: string; readonly divisor?: string };
  readonly secretKeyRef?: KeyRef;
  readonly configMapKeyRef?: KeyRef;
}

/** Models pkg/describe describeContainerEnvFrom, describeContainerEnvVars (v1.37). */
export function environment(page: Page, container: Container, fieldOf: FieldOf | undefined): void {
  const { env = [], envFrom = [] } = container;
  if (envFrom.length > 0) page.write(2, 'Environment Variables from:\n');
  for (const { prefix, configMapRef, secretRef } of envFrom) {
    const source = configMapRef ?? secretRef;
    const from = configMapRef ? 'ConfigMap' : secretRef ? 'Secret' : '';
    const how = prefix ? `${from} with prefix '${prefix}'` : from;
    page.write(3, `${source?.name ?? ''}\t${how}\tOptional: ${source?.optional ?? false}\n`);
  }
  page.write(2, `Environment:${env.length === 0 ? '\t<none>' : ''}\n`);
  for (const one of env) variable(page, one, container, fieldOf);
}

function variable(page: Page, one: EnvVar, container: Container, fieldOf: FieldOf | undefined): void {
  const { name, value = '' } = one;
  if (!one.valueFrom) {
    for (const [i, line] of value.split('\n').entries())
      page.write(3, i === 0 ? `${name}:\t${line}\n` : `\t${line}\n`);
    return;
  }
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = one.valueFrom as Sources;
  if (fieldRef) {
    const found = fieldOf?.(fieldRef.fieldPath) ?? '';
    page.write(3, `${name}:\t${found} (${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})\n`);
  } else if (resourceFieldRef) {
    page.write(3, `${name}:\t${amountOf(resourceFieldRef, container)} (${resourceFieldRef.resource})\n`);
  } else if (secretKeyRef) {
    page.write(3, `${name}:\t${keyText(secretKeyRef, 'in secret')}\n`);
  } else if (configMapKeyRef) {
    page.write(3, `${name}:\t${keyText(configMapKeyRef, 'of config map')}\n`);
  }
}

const keyText = ({ key, name = '', optional = false }: KeyRef, where: string): string =>
  `<set to the key '${key}' ${where} '${name}'>\tOptional: ${optional}`;

/** Source: kubectl pkg/util/resource ExtractContainerResourceValue. */
function amountOf(
  { resource, divisor = '0' }: NonNullable<Sources['resourceFieldRef']>,
  { resources }: Container,
): string {
  const [kind = '', ...rest] = resource.split('.');
  const name = rest.join('.');
  const isKnown =
    (kind === 'limits' || kind === 'requests') && /^(cpu|memory|ephemeral-storage|hugepages-.*)$/.test(name);
  if (!isKnown) return '';
  const amount = resources?.[kind as 'limits' | 'requests']?.[name];
  const unit = quantity(divisor) === 0 ? '1' : divisor;
  const whole = (text: string) => Math.ceil(quantity(text));
  const value = Math.ceil(
    name === 'cpu' ? milliValue(amount) / milliValue(unit) : whole(amount ?? '0') / whole(unit),
  );
  return value === 0 && (resource === 'limits.cpu' || resource === 'limits.memory')
    ? 'node allocatable'
    : String(value);
}
