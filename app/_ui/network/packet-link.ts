import type { PacketScenario } from '@/lib/lab/packet-path';
import { choiceOf, choiceText, type PacketChoice } from '@/lib/lab/packet-run';
import type { Locale } from '@/lib/text';

/** The page of a path, with what a reader chose behind it. */
export function linkTo(scenario: PacketScenario, locale: Locale, choice: PacketChoice): string {
  const query = choiceText(scenario, choice);
  return `${window.location.origin}/${locale}/packets/${scenario.id}${query && `?${query}`}`;
}

/** What the address of the page asks for; undefined when it asks for nothing, or is not the page of this path. */
export function choiceInAddress(scenario: PacketScenario): PacketChoice | undefined {
  const { pathname, search } = window.location;
  if (search === '' || !pathname.endsWith(`/packets/${scenario.id}`)) return undefined;
  return choiceOf(scenario, search.slice(1));
}
