import 'server-only';
import type { LabelSelector, LabelSelectorRequirement, Labels } from '@/lib/cluster/objects';
import { defineGenerator } from '@/lib/quiz/generator';

const values: Readonly<Record<string, readonly string[]>> = {
  tier: ['front', 'back', 'batch'],
  env: ['prod', 'test', 'dev'],
  track: ['stable', 'canary'],
  zone: ['east', 'west', 'north'],
};
const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

const written = (selector: LabelSelectorRequirement): string =>
  selector.values
    ? `{key: ${selector.key}, operator: ${selector.operator}, values: [${selector.values.join(', ')}]}`
    : `{key: ${selector.key}, operator: ${selector.operator}}`;

const asText = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

const expressions = defineGenerator({
  id: 'selector-expressions',
  concept: 'label-selectors',
  claims: [],
  kind: 'multiple',
  draw: (draw) => {
    const keys = draw.some(Object.keys(values), 3);
    const of = (key: string): readonly string[] => values[key] ?? [];
    const requirement = (key: string): LabelSelectorRequirement => {
      const operator = draw.pick(operators);
      return operator === 'In' || operator === 'NotIn'
        ? { key, operator, values: draw.some(of(key), draw.int(1, of(key).length - 1)) }
        : { key, operator };
    };
    const name = draw.name();
    const matchExpressions = draw.some(keys, 2).map(requirement);
    draw.need(matchExpressions[0]?.operator !== matchExpressions[1]?.operator);
    const selector: LabelSelector = { matchLabels: { app: name }, matchExpressions };
    const labelled = (): Labels => ({
      app: draw.int(1, 8) === 1 ? `${name}-old` : name,
      ...Object.fromEntries(keys.filter(() => draw.int(1, 3) > 1).map((key) => [key, draw.pick(of(key))])),
    });
    const pods = Array.from({ length: 5 }, labelled);
    draw.need(new Set(pods.map(asText)).size === 5);
    const right = pods.filter((labels) => draw.selects(selector, labels)).length;
    draw.need(right >= 1 && right <= 2);
    return {
      kind: 'multiple',
      question: {
        en: `A selector says \`matchLabels: {app: ${name}}\` and \`matchExpressions: [${matchExpressions.map(written).join(', ')}]\`. Which Pods does it select?`,
        zh: `某个选择算符是 \`matchLabels: {app: ${name}}\` 和 \`matchExpressions: [${matchExpressions.map(written).join(', ')}]\`。它选中哪些 Pod？`,
      },
      choices: pods.map((labels) => {
        const unmet = draw.unmet(selector, labels).map((one) => `\`${one}\``);
        const lacksKey = matchExpressions.some(
          ({ key, operator }) => operator === 'NotIn' && !(key in labels),
        );
        return {
          text: { en: `\`${asText(labels)}\``, zh: `\`${asText(labels)}\`` },
          happened: { labels, selectedBy: selector },
          because: {
            right: {
              en: lacksKey
                ? 'All requirements hold. NotIn holds also where the label is missing.'
                : 'All requirements hold; other labels do not matter.',
              zh: lacksKey
                ? '所有要求都满足。没有这个标签时，NotIn 也成立。'
                : '所有要求都满足；其他标签无关紧要。',
            },
            wrong: {
              en: `It does not meet ${unmet.join(' and ')}.`,
              zh: `不满足 ${unmet.join('、')}。`,
            },
          },
          misconception: matchExpressions.some(
            ({ key, operator }) => !(key in labels) && /^(In|Exists)$/.test(operator),
          )
            ? 'missing-label-matches'
            : 'selector-requirements-are-alternatives',
        };
      }),
      hints: [
        { en: 'All requirements have to hold at once.', zh: '所有要求必须同时成立。' },
        {
          en: 'What do In and NotIn say of a Pod that lacks the label?',
          zh: '对没有这个标签的 Pod，In 和 NotIn 各怎么说？',
        },
      ],
      explanation: {
        en: 'Requirements are joined by AND. In and Exists need the label; NotIn and DoesNotExist hold when it is missing. A Service selector knows only equality.',
        zh: '各项要求之间是“且”。In 和 Exists 要求标签存在；标签不存在时，NotIn 和 DoesNotExist 都成立。Service 的选择算符只支持相等。',
      },
      run: { nodes: [], commands: [] },
      judgedAtMs: 0,
    };
  },
});

export const selectors = [expressions];
