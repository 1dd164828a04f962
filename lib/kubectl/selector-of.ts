import type { LabelSelector } from '../cluster/objects';
import { Failure } from './failure';
import { labelQueryOf } from './label-query';

/** The requirements of a query, one by one: commas inside of parentheses do not part. */
const parts = (text: string): string[] =>
  text.match(/(?:\([^)]*\)|[^,(])+/g)?.map((part) => part.trim()) ?? [];

/** A label query as a selector of an object. Source: apimachinery pkg/apis/meta/v1 ParseToLabelSelector. */
export function selectorOf(text: string): LabelSelector {
  try {
    labelQueryOf(text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`couldn't parse the selector string "${text}": ${error.message}`);
  }
  const matchLabels: Record<string, string> = {};
  const matchExpressions: {
    key: string;
    operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    values?: string[];
  }[] = [];
  for (const part of parts(text)) {
    const [, set, how = '', values = ''] = /^(.*?)\s+(in|notin)\s*\(([^)]*)\)$/.exec(part) ?? [];
    const [, name = '', sign, value = ''] = /^([^=!<>\s]*)\s*(==|=|!=|<|>)\s*(.*)$/.exec(part) ?? [];
    if (set !== undefined) {
      const sorted = [...new Set(values.split(',').map((one) => one.trim()))].sort();
      matchExpressions.push({ key: set, operator: how === 'in' ? 'In' : 'NotIn', values: sorted });
    } else if (sign === '<' || sign === '>') {
      throw new Failure(`"${sign === '>' ? 'gt' : 'lt'}" isn't supported in label selectors`);
    } else if (sign === '!=') throw new Failure('"!=" is not a valid label selector operator');
    else if (sign !== undefined) matchLabels[name] = value;
    else if (part.startsWith('!'))
      matchExpressions.push({ key: part.slice(1).trim(), operator: 'DoesNotExist' });
    else matchExpressions.push({ key: part, operator: 'Exists' });
  }
  return {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
}
