import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names one process for good: ids of processes are used again, and containers count theirs anew. */
export interface ProcessName {
  readonly pid: number;
  readonly host: string;
  /** The machine's start and the container (Linux); empty where the system does not say. */
  readonly world: string;
  /** When the process started, in the system's own unit; empty where the system does not say. */
  readonly started: string;
}

/** This process. */
export function thisProcess(): ProcessName {
  return { pid: process.pid, host: hostname(), world: world(), started: startOf(process.pid) ?? '' };
}

/** Whether a process still runs: `elsewhere` where it was on another machine or in another container. */
export function stateOf(other: ProcessName): 'running' | 'ended' | 'elsewhere' {
  const self = thisProcess();
  if (other.host !== self.host) return 'elsewhere';
  if (other.world !== self.world) {
    // Same machine after a restart: nothing of before runs. Another container with the same name: can't be seen.
    return bootOf(other.world) === bootOf(self.world) ? 'elsewhere' : 'ended';
  }
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return 'ended';
  }
  const started = startOf(other.pid);
  return other.started === '' || started === null || started === other.started ? 'running' : 'ended';
}

function bootOf(name: string): string {
  return name.split(' ')[0] ?? '';
}

function world(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** Field 22 of `/proc/PID/stat`; the name in field 2 may hold spaces and brackets. A zombie has ended. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
