// Runs in a widget before the first paint. The theme is the host's choice, written into the address; without one the widget
// follows the frame it stands in. Nothing is read from storage and nothing is kept: a widget knows no reader.
{
  const root = document.documentElement;
  root.dataset.script = '';
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
}
