import type { Locale } from '@/lib/text';

/** Words of the pages on which packets are followed. */
export interface PacketPageWords {
  readonly title: string;
  readonly lead: string;
  readonly paths: string;
  readonly scale: string;
  readonly before: string;
  readonly after: string;
  readonly all: string;
  readonly noScript: string;
}

export const packetPageWords: Readonly<Record<Locale, PacketPageWords>> = {
  en: {
    title: 'Where a packet goes',
    lead: 'Follow one packet at a time, from socket to socket: every device, every header, every rule that was asked. Break the network and send it again.',
    paths: 'Six ways',
    scale: 'What the rules cost',
    before: 'Before',
    after: 'Next',
    all: 'All ways',
    noScript:
      'Packets are sent by a script, and scripts are off in this browser. Each page shows one of them, hop by hop.',
  },
  zh: {
    title: '数据包往哪里走',
    lead: '一次跟一个数据包，从套接字到套接字：每个设备、每个首部、每条被检查的规则。把网络弄坏，再发一次。',
    paths: '六条路',
    scale: '规则的代价',
    before: '上一条',
    after: '下一条',
    all: '全部的路',
    noScript: '数据包由脚本发送，而这个浏览器关闭了脚本。每一页都逐跳列出其中一个。',
  },
};
