import { useId } from 'react';
import type { Moment, PacketView } from '@/lib/network/xray/view';
import { passedPlaces } from './passed';
import styles from './places.module.css';
import type { RuleWords } from './rule-words';

interface PlacesProps {
  readonly packet: PacketView;
  readonly moment: Moment;
  readonly words: RuleWords;
}

interface Step {
  readonly state: string;
  readonly key: string;
  /** Passed since the frame before. */
  readonly isNew: boolean;
}

interface OnHost {
  readonly host: string;
  readonly steps: readonly Step[];
}

/** States under the host on which they were passed, in order; a host that is come back to stands again. */
function onHosts(packet: PacketView, moment: Moment): OnHost[] {
  const all: OnHost[] = [
    { host: packet.from, steps: [{ state: 'socket', key: 'socket', isNew: moment.gap === 0 }] },
  ];
  passedPlaces(packet, moment).forEach(({ place, host, gap }, i) => {
    const last = all.at(-1);
    const step = { state: place, key: `${i} ${place}`, isNew: gap === moment.gap };
    if (last?.host === host) all[all.length - 1] = { host, steps: [...last.steps, step] };
    else all.push({ host, steps: [step] });
  });
  const last = all.at(-1);
  if (moment.at === 'end' && last)
    all[all.length - 1] = { ...last, steps: [...last.steps, { state: packet.end, key: 'end', isNew: true }] };
  return all;
}

/** The way of a packet as states of its machine, from its socket to where it is, host by host. */
export function Places({ packet, moment, words }: PlacesProps) {
  const id = useId();
  const hosts = onHosts(packet, moment);
  const current = hosts.at(-1)?.steps.at(-1);
  return (
    <section className={styles.places} aria-labelledby={id}>
      <h3 id={id}>{words.places.title}</h3>
      <ol lang="en">
        {hosts.map(({ host, steps }) => (
          <li key={steps[0]?.key}>
            <span className={styles.host}>{host}</span>
            <ol>
              {steps.map((step) => (
                <li
                  key={step.key}
                  aria-current={step === current ? 'step' : undefined}
                  data-new={step.isNew || undefined}
                >
                  <code>{step.state}</code>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}
