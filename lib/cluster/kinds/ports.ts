import { type FieldError, invalidValue } from '../api/refusal';

/** What a port may be. Models apimachinery pkg/util/validation IsValidPortNum, IsValidPortName (v1.37). */

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

export const portErrors = (field: string, port: number): FieldError[] =>
  isPort(port) ? [] : [invalidValue(field, port, 'must be between 1 and 65535, inclusive')];

export function portNameErrors(field: string, name: string): FieldError[] {
  const errors: string[] = [];
  if (name.length > 15) errors.push('must be no more than 15 characters');
  if (!/^[-a-z0-9]*$/.test(name))
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(name)) errors.push('must contain at least one letter (a-z)');
  if (name.includes('--')) errors.push('must not contain consecutive hyphens');
  if (name && (name.startsWith('-') || name.endsWith('-')))
    errors.push('must not begin or end with a hyphen');
  return errors.map((error) => invalidValue(field, name, error));
}

/** By number or by name. Source: ValidatePortNumOrName. */
export const portOrNameErrors = (field: string, port: number | string): FieldError[] =>
  typeof port === 'number' ? portErrors(field, port) : portNameErrors(field, port);
