// Runs before the first paint, so that a chosen theme does not flash; turns it by any button with data-turn-theme, also
// before the page's own scripts have come. A choice that equals the system's is forgotten: the page follows it again.
// Storage may be closed to the page: then a choice lasts as long as the page.
{
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const theme = localStorage.getItem('podium-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {}

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-turn-theme]')) return;
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
    if (theme === system) delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === system) localStorage.removeItem('podium-theme');
      else localStorage.setItem('podium-theme', theme);
    } catch {}
  });
}
