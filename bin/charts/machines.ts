import type { AnyStateMachine } from 'xstate';
import type { ChartName } from '@/app/_ui/machine/chart-layout';
import { containerMachine } from '@/lib/cluster/kubelet/container.machine';
import { podMachine } from '@/lib/cluster/kubelet/pod.machine';
import { probeMachine } from '@/lib/cluster/kubelet/probe.machine';
import { packetMachine } from '@/lib/network/packet.machine';

/** The machines that run, of which charts are drawn. */
export const chartMachines = {
  pod: podMachine,
  container: containerMachine,
  probe: probeMachine,
  packet: packetMachine,
} as unknown as Readonly<Record<ChartName, AnyStateMachine>>;
