// For pages that are the same for all addresses: the language that the address begins with, else the reader's own.
{
  const [, first] = location.pathname.split('/');
  const locale = first === 'en' || first === 'zh' ? first : /^zh\b/.test(navigator.language) ? 'zh' : 'en';
  document.documentElement.dataset.locale = locale;
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
}
