'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Locale } from '@/lib/text';
import { counted } from '../review/reader-dates';
import { chosenAfter } from './choose';
import { Pieces } from './pieces';
import { saidOf } from './said';
import styles from './search.module.css';
import { keySetting } from './search-key';
import { useSearch } from './use-search';
import type { SearchWords } from './words';

/** Lines of each kind: what is more stands on the page of all. */
const mostOfKind = 4;

interface SearchDialogProps {
  readonly locale: Locale;
  readonly words: SearchWords;
  readonly onClose: () => void;
}

interface Line {
  readonly id: string;
  readonly href: string;
}

function useLines(query: string, { locale, words }: SearchDialogProps) {
  const { search, hasFailed, ask } = useSearch(locale);
  const id = useId();
  const groups = (query.trim() === '' ? [] : (search?.find(query, mostOfKind) ?? [])).map((group) => ({
    ...group,
    id: `${id}${group.kind}`,
    best: group.best.map((found, at) => ({ ...found, id: `${id}${group.kind}${at}` })),
  }));
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const all: Line = { id: `${id}all`, href: `/${locale}/search?q=${encodeURIComponent(query.trim())}` };
  const lines: readonly Line[] = count === 0 ? [] : [...groups.flatMap(({ best }) => best), all];
  const status = saidOf({ query, hasFailed, isThere: search !== undefined, count }, locale, words);
  return { id: `${id}list`, groups, count, lines, all, status, hasFailed, ask };
}

/** Opens as a modal dialog with the focus in its field; whatever closes it gives the focus back to where it was. */
function useOpened(box: RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    const dialog = box.current;
    if (dialog?.open === false) dialog.showModal();
  }, [box]);
}

/**
 * The search over the course: a field with the list of what it finds (ARIA, combobox with a list). Arrows choose a line, Enter follows
 * it; without a choice Enter leads to the page of all that was found. Escape and a press outside close.
 */
export function SearchDialog(props: SearchDialogProps) {
  const { words, onClose, locale } = props;
  const box = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(-1);
  const found = useLines(query, props);
  useOpened(box);

  const toChosen = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const line = found.lines[chosen] ?? (query.trim() === '' ? undefined : found.all);
      if (line) document.getElementById(line.id)?.click();
      return;
    }
    const next = chosenAfter(event.key, chosen, found.lines.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    document.getElementById(found.lines[next]?.id ?? '')?.scrollIntoView({ block: 'nearest' });
  };
  const closeFrom = ({ target }: MouseEvent) => {
    const isLink = target instanceof Element && target.closest('a') !== null;
    if (isLink || target === box.current) box.current?.close();
  };
  const active = found.lines[chosen]?.id;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={box}
      className={styles.dialog}
      aria-label={words.title}
      onClose={onClose}
      onClick={closeFrom}
    >
      <div className={styles.inside}>
        <div className={styles.field}>
          <input
            type="text"
            role="combobox"
            inputMode="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            autoFocus
            aria-label={words.title}
            aria-autocomplete="list"
            aria-expanded={found.lines.length > 0}
            aria-controls={found.id}
            aria-activedescendant={active}
            placeholder={words.title}
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setChosen(-1);
            }}
            onKeyDown={toChosen}
          />
          <button type="button" onClick={() => box.current?.close()}>
            {words.close}
          </button>
        </div>
        <p className={styles.status} role="status" data-failed={found.hasFailed || undefined}>
          {found.status}
        </p>
        {found.hasFailed && (
          <button type="button" className={styles.again} onClick={found.ask}>
            {words.again}
          </button>
        )}
        <FoundList found={found} active={active} words={words} locale={locale} />
        <KeySetting words={words} />
      </div>
    </dialog>
  );
}

interface FoundListProps extends Pick<SearchDialogProps, 'locale' | 'words'> {
  readonly found: ReturnType<typeof useLines>;
  /** Id of the line that has the choice. */
  readonly active: string | undefined;
}

/** What was found, by kind, and the way to all of it. The focus stays in the field. */
function FoundList({ found, active, words, locale }: FoundListProps) {
  return (
    <div id={found.id} role="listbox" aria-label={words.title} className={styles.list}>
      {found.groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list box
        <div key={group.kind} role="group" aria-labelledby={group.id}>
          <p id={group.id} className={styles.kind}>
            {words.kinds[group.kind]}
          </p>
          {group.best.map((line) => (
            <a
              key={line.id}
              id={line.id}
              role="option"
              tabIndex={-1}
              aria-selected={line.id === active}
              href={line.href}
              className={styles.line}
            >
              <span className={styles.title}>
                <Pieces pieces={line.title} />
              </span>
              {line.of !== undefined && <span className={styles.of}>{line.of}</span>}
              <span className={styles.snippet}>
                <Pieces pieces={line.snippet} />
              </span>
            </a>
          ))}
        </div>
      ))}
      {found.count > 0 && (
        <a
          id={found.all.id}
          role="option"
          tabIndex={-1}
          aria-selected={found.all.id === active}
          href={found.all.href}
          className={styles.all}
        >
          {counted(locale, words.all, found.count)}
        </a>
      )}
    </div>
  );
}

/** A key of one letter must be one that can be turned off (WCAG 2.1.4). */
function KeySetting({ words }: { readonly words: SearchWords }) {
  const [isOn, setIsOn] = useState(keySetting.isOn);
  return (
    <label className={styles.setting}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          keySetting.turn(target.checked);
          setIsOn(target.checked);
        }}
      />
      {words.keyOpens}
    </label>
  );
}
