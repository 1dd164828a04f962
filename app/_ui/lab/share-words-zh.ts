import type { ShareWords, StrangerWords } from './share-words';

export const zh: ShareWords = {
  open: '分享',
  title: '分享你看到的',
  close: '关闭',
  link: '链接',
  linkNote: '打开它，就是集群在第 {seconds} 秒的样子，带着你做过的一切。',
  networkNote: '打开它，就是网络在第 {seconds} 秒的样子，带着你做过的一切，数据包停在现在的位置。',
  linkWaits: '正在生成链接',
  linkTooLong: '你做的操作超出了一个链接能装下的量。可以撤销几步，或者只分享开头。',
  linkFailed: '链接没有生成：引擎没有应答。请关闭这里，重新启动引擎，然后再试。',
  frame: '放进你自己的页面',
  frameNote: '粘贴到要放图的地方。脚本负责高度；没有脚本，图会在框里滚动。',
  theme: '浅色或深色',
  themes: { auto: '跟随页面', light: '浅色', dark: '深色' },
  language: '语言',
  languages: { en: 'English', zh: '中文' },
  copyLink: '复制链接',
  copyFrame: '复制代码',
  copiedLink: '链接已复制。',
  copiedFrame: '代码已复制。',
  notCopied: '这个浏览器不允许页面复制。文字已经选中，请用键盘复制。',
  preview: '放在别人的页面里',
  previewTitle: '预览：这张图放在别人的页面里',
};

export const stranger: StrangerWords = {
  name: '小铁盒笔记',
  about: '数据库、交换机，偶尔也在周五发布',
  title: '集群做了什么，什么时候做的',
  before: '关于它的文章读过不少，却从来没有在中途停下来看过一眼：',
  after: '倒回开头，再换个顺序试试。',
};
