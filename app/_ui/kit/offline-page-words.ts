import type { Locale } from '@/lib/text';

/** Words of the page that is shown for one that is not kept. */
export interface OfflinePageWords {
  readonly title: string;
  readonly lead: string;
  readonly needs: string;
  readonly kept: string;
}

export const offlinePageWords: Readonly<Record<Locale, OfflinePageWords>> = {
  en: {
    title: 'This page needs the server',
    lead: 'There is no connection, and this browser does not keep the page that you asked for.',
    needs:
      'Classes, signing in, recordings and what stands in other sites work with the server alone, and so does the other language until you have opened a page in it.',
    kept: 'The course is kept here. Figures run and labs can be tried; what you answer waits in this browser and is sent later.',
  },
  zh: {
    title: '这一页离不开服务器',
    lead: '现在没有连接，而这个浏览器里没有存你要的这一页。',
    needs:
      '班级、登录、录制结果，以及嵌在别的网站里的部分，都要有服务器才行。另一种语言也要先打开过其中一页才会存下来。',
    kept: '课程存在这里。图能运行，实验也能做；你的回答会留在这个浏览器里，稍后再发送。',
  },
};
