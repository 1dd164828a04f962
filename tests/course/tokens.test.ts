import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('app/_ui/kit/tokens.css', 'utf8');
const colours = [
  'paper',
  'plate',
  'sunk',
  'ink',
  'ink2',
  'ink3',
  'edge',
  'rule',
  'now',
  'wait',
  'rev1',
  'rev2',
  'rev3',
  'rev4',
];

/** The colours that the first rule with this selector sets. */
function theme(selector: string): Record<string, string> {
  const at = css.indexOf(`${selector} {`);
  const body = css.slice(at, css.indexOf('}', at));
  return Object.fromEntries(
    [...body.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

const light = theme(':root');
const dark = theme(`:root[data-theme='dark']`);
const system = theme(`:root:not([data-theme='light'])`);

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [high = 0, low = 0] = [luminance(a ?? ''), luminance(b ?? '')].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('tokens of the look', () => {
  it('name every colour in both themes', () => {
    expect(Object.keys(light).sort()).toEqual([...colours].sort());
    expect(Object.keys(dark).sort()).toEqual([...colours].sort());
  });

  it('are the same dark by choice and dark by the system', () => {
    expect(system).toEqual(dark);
  });

  for (const [name, values] of Object.entries({ light, dark })) {
    for (const ground of ['paper', 'plate', 'sunk']) {
      it(`give text 4.5:1 and edges 3:1 on ${ground}, ${name}`, () => {
        for (const text of ['ink', 'ink2', 'ink3', 'now', 'wait', 'rev1', 'rev2', 'rev3', 'rev4']) {
          expect(contrast(values[text], values[ground]), text).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(values.edge, values[ground])).toBeGreaterThanOrEqual(3);
      });
    }
  }
});

it('what scrolls sideways has one sign: no stylesheet but base.css scrolls by itself', () => {
  const sheets = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  const scrolls = (name: string) => /overflow-x: auto/.test(readFileSync(`app/${name}`, 'utf8'));
  expect(sheets.filter(scrolls)).toEqual(['_ui/kit/base.css']);
});
