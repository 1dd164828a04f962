import styles from './manifests.module.css';

/** What a bench applies, as text that is opened under it. */
export const Manifests = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <details className={styles.manifests}>
    <summary>{title}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
    <pre className="sideways" tabIndex={0} lang="en">
      {text}
    </pre>
  </details>
);
