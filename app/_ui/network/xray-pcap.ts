import { pcapOf } from '@/lib/network/pcap';
import type { Xray } from '@/lib/network/xray/view';

/** Between two frames, microseconds: packets of the model take no time, and a capture needs an order. */
const apartUs = 10;

/** All frames of an exchange as one pcapng file, an interface of it for each device that a packet passed. */
export const pcapOfXray = ({ packets }: Pick<Xray, 'packets'>): Uint8Array =>
  pcapOf(
    packets
      .flatMap(({ frames }) => frames)
      .map(({ host, device, frame }, i) => ({ on: `${host}/${device}`, atUs: i * apartUs, frame })),
  );
