// Podium's widgets, for the page that shows them: makes each iframe as high as its widget says, and puts the focus behind it
// when its reader leaves by keyboard. Nothing else: it sends nothing, keeps nothing, and touches no other frame. A widget
// works without it too, and scrolls inside its frame then.
(() => {
  const site = new URL(document.currentScript.src).origin;
  const tallestPx = 4000;

  /** The iframe whose window spoke, if it shows a widget of this site; a widget in a sandbox has no origin, so the window counts. */
  const frameOf = (source) =>
    [...document.querySelectorAll('iframe')].find(
      (frame) => frame.contentWindow === source && frame.src.startsWith(`${site}/embed/`),
    );

  addEventListener('message', ({ source, data }) => {
    if (data?.podium !== 1) return;
    const frame = frameOf(source);
    if (!frame) return;
    const { type, px } = data;
    if (type === 'height' && Number.isInteger(px) && px > 0 && px <= tallestPx)
      frame.style.height = `${px}px`;
    if (type !== 'leave') return;
    const after = document.createElement('span');
    after.tabIndex = -1;
    frame.after(after);
    after.focus();
    after.addEventListener('blur', () => after.remove(), { once: true });
  });
})();
