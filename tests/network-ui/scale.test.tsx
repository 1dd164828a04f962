// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ScaleFigure } from '@/app/_ui/network/scale';
import { growthOf } from '@/lib/network/scale-growth';
import { locales } from '@/lib/text';

const group = (name: RegExp) => {
  const found = screen.getAllByRole('rowgroup').find((one) => name.test(one.textContent ?? ''));
  if (!found) throw new Error(`no rows of ${name}`);
  return found;
};
/** The three numbers of a mode: stand, asked, lookups. */
const numbersOf = (mode: RegExp) =>
  within(group(mode))
    .getAllByRole('cell')
    .slice(0, 3)
    .map((cell) => /^[\d,]+/.exec(cell.textContent ?? '')?.[0]);
const choose = (of: string, value: string) =>
  fireEvent.click(within(screen.getByRole('radiogroup', { name: of })).getByRole('radio', { name: value }));

test('the figure opens with 1,000 Services of ten endpoints, and says first what one packet is held against', () => {
  render(<ScaleFigure locale="en" number="12.4" />);
  expect(screen.getByRole('figure').getAttribute('aria-label')).toMatch(/^Figure 12\.4\. One node/);
  expect(
    screen.getByText('To the last of 1,000 Services, iptables asks 1,006 rules, nftables 4.'),
  ).toBeTruthy();
  expect(numbersOf(/^iptables/)).toEqual(['32,015', '1,006', '0']);
  expect(numbersOf(/^nftables/)).toEqual(['2,022', '4', '3']);
  expect(numbersOf(/^ipvs/)).toEqual(['11,000', '0', '1']);
});

test('what the reader chooses is what is counted', () => {
  render(<ScaleFigure locale="en" />);
  choose('Services', '5,000');
  choose('Endpoints per Service', '100');
  const { rules, asked } = growthOf('iptables', 5_000, 100);
  expect(numbersOf(/^iptables/)).toEqual([rules, asked, 0].map((n) => n.toLocaleString('en-US')));
  expect(group(/^iptables/).textContent).toContain('5,005 to 5,104');
  choose('Services', '1');
  expect(screen.getByText(/^To the one Service, iptables asks/)).toBeTruthy();
});

test('a later packet asks no rule of nat and looks nothing up, while as many rules stand', () => {
  render(<ScaleFigure locale="en" />);
  choose('Packet', 'later');
  expect(screen.getByText('A later packet of the connection asks no rule of nat.')).toBeTruthy();
  expect(numbersOf(/^iptables/)).toEqual(['32,015', '0', '0']);
  expect(numbersOf(/^nftables/)).toEqual(['2,022', '0', '0']);
});

test('a tick stands for each rule that is asked, and a box for each lookup', () => {
  const { container } = render(<ScaleFigure locale="en" />);
  const [iptables, nftables] = [...container.querySelectorAll<HTMLElement>('.ticks')];
  const lengthOf = (ticks: HTMLElement | undefined, width: string, perLine: number) =>
    Number(ticks?.style.getPropertyValue(`--full-${width}`)) * perLine +
    Number(ticks?.style.getPropertyValue(`--rest-${width}`));
  expect(lengthOf(iptables, 'narrow', 100)).toBe(1_006);
  expect(lengthOf(iptables, 'wide', 200)).toBe(1_006);
  expect(lengthOf(nftables, 'narrow', 100)).toBe(4);
  expect(nftables?.querySelectorAll('.lookup').length).toBe(3);
});

test('each mode shows lines of its own tool', () => {
  render(<ScaleFigure locale="en" />);
  expect(group(/^iptables/).querySelector('pre')?.textContent).toContain('… 996 more …\n-A KUBE-SERVICES -d');
  expect(group(/^nftables/).querySelector('pre')?.textContent).toContain('map service-ips {');
  expect(group(/^ipvs/).querySelector('pre')?.textContent).toContain('# ipvsadm -Ln');
});

test.each(locales)('the server draws it, each time the same: %s', (locale) => {
  const html = renderToString(<ScaleFigure locale={locale} />);
  expect(renderToString(<ScaleFigure locale={locale} />)).toBe(html);
  expect(html).toContain('1,006');
  expect(html).not.toMatch(/undefined|NaN|\{\w+\}/);
});
