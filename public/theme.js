// Runs before the first paint, so that a chosen theme does not flash. It may be read by a page without any storage.
document.documentElement.dataset.script = '';
try {
  const theme = localStorage.getItem('podium-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
