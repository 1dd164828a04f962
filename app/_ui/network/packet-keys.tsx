import panels from '../lab/panels.module.css';
import type { PacketWords } from './words';

/** The keys that act while the figure has the focus. */
export function PacketKeys({ words }: { readonly words: Pick<PacketWords, 'keys' | 'keysTitle'> }) {
  return (
    <section className={panels.extra} aria-label={words.keysTitle}>
      <dl className={panels.keys}>
        {words.keys.map(([keys, says]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
