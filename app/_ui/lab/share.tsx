'use client';
import { type RefObject, useId, useRef, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { type EmbedName, type EmbedTheme, embedThemes, iframeCode } from '@/lib/embed/address';
import { type Locale, locales, type Text } from '@/lib/text';
import controls from './controls.module.css';
import { Icon } from './icons';
import styles from './share.module.css';
import { strangersPage } from './share-preview';
import { type ShareWords, shareWords } from './share-words';
import { seconds } from './words';

/** What a link to this moment is: what stands behind `#`, `tooLong` when that is more than a link may hold. */
export type Moment =
  | {
      readonly kind: 'link';
      readonly hash: string;
      readonly nowMs: number;
      /** It opens with the network in place of the scene. */
      readonly isNetwork?: boolean;
    }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'failed' };

export interface ShareProps {
  readonly locale: Locale;
  /** Said to whoever cannot see the frame, in the frame's language. */
  readonly title: Text;
  /** The page that a link opens, without its `#`. */
  readonly page: string;
  /** The widget of what is shared. */
  readonly widget: EmbedName;
  /** Asked each time that the dialog opens. */
  readonly moment: () => Promise<Moment>;
  /** The button is a sign, as large as a player's. */
  readonly small?: boolean;
}

/** A button, and the dialog that it opens: a link to this moment, the code for one's own page, and how it looks there. */
export function Share(props: ShareProps) {
  const say = shareWords[props.locale];
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [moment, setMoment] = useState<Moment>();
  const open = () => {
    setOpen(true);
    setMoment(undefined);
    dialog.current?.showModal();
    props.moment().then(setMoment, () => setMoment({ kind: 'failed' }));
  };
  const titleId = useId();
  return (
    <>
      {props.small ? (
        <button
          type="button"
          className={`${controls.icon} needs-script`}
          aria-haspopup="dialog"
          aria-label={say.open}
          title={say.open}
          onClick={open}
        >
          <Icon name="share" />
        </button>
      ) : (
        <button type="button" className={`${styles.open} needs-script`} aria-haspopup="dialog" onClick={open}>
          {say.open}
        </button>
      )}
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-labelledby={titleId}
        onClose={() => setOpen(false)}
        onKeyDown={(event) => event.stopPropagation()}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
      >
        <div className={styles.inside}>
          <header className={styles.head}>
            <h2 id={titleId}>{say.title}</h2>
            <button type="button" className={styles.button} onClick={() => dialog.current?.close()}>
              {say.close}
            </button>
          </header>
          {isOpen && <Inside {...props} say={say} shared={moment} />}
        </div>
      </dialog>
    </>
  );
}

type InsideProps = ShareProps & { readonly say: ShareWords; readonly shared: Moment | undefined };

function Inside({ locale, title, page, widget, say, shared }: InsideProps) {
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  const [language, setLanguage] = useState<Locale>(locale);
  const [said, setSaid] = useState('');
  const link = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLTextAreaElement>(null);
  const site = window.location.origin;
  const hash = shared?.kind === 'link' ? shared.hash : '';
  const code = iframeCode(site, widget, { theme, locale: language }, title[language], hash);
  const copy = async (field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>, done: string) => {
    field.current?.select();
    setSaid((await wasCopied(field.current?.value ?? '')) ? done : say.notCopied);
  };
  return (
    <div className={styles.columns}>
      <div>
        <h3>{say.link}</h3>
        <LinkState say={say} shared={shared} />
        {shared?.kind === 'link' && (
          <div className={styles.row}>
            <input ref={link} readOnly aria-label={say.link} value={`${site}${page}${hash}`} />
            <button type="button" className={styles.primary} onClick={() => copy(link, say.copiedLink)}>
              {say.copyLink}
            </button>
          </div>
        )}
        <h3>{say.frame}</h3>
        <p>{say.frameNote}</p>
        <Choice
          label={say.theme}
          options={embedThemes.map((value) => ({ value, title: say.themes[value] }))}
          chosen={theme}
          choose={setTheme}
        />
        <Choice
          label={say.language}
          options={locales.map((value) => ({ value, title: say.languages[value] }))}
          chosen={language}
          choose={setLanguage}
        />
        <textarea ref={frame} readOnly rows={5} spellCheck={false} aria-label={say.frame} value={code} />
        <button type="button" className={styles.button} onClick={() => copy(frame, say.copiedFrame)}>
          {say.copyFrame}
        </button>
        <p role="status" className={styles.said}>
          {said}
        </p>
      </div>
      <div className={styles.preview}>
        <h3>{say.preview}</h3>
        {shared !== undefined && (
          <iframe
            key={`${theme} ${language} ${hash}`}
            title={say.previewTitle}
            srcDoc={strangersPage(code, locale, theme)}
            style={theme === 'auto' ? undefined : { colorScheme: theme }}
          />
        )}
      </div>
    </div>
  );
}

function LinkState({ say, shared }: Pick<InsideProps, 'say' | 'shared'>) {
  if (shared === undefined) return <p role="status">{say.linkWaits}</p>;
  if (shared.kind === 'link') {
    const note = shared.isNetwork ? say.networkNote : say.linkNote;
    return <p>{fill(note, { seconds: seconds(shared.nowMs) })}</p>;
  }
  return (
    <p className={styles.problem} role="alert">
      {shared.kind === 'tooLong' ? say.linkTooLong : say.linkFailed}
    </p>
  );
}

function Choice<Value extends string>({
  label,
  options,
  chosen,
  choose,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly title: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {options.map(({ value, title }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Whether a text is in the clipboard now. Within a frame, or without a secure connection, a page may not be let. */
async function wasCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
