import {existsSync, readFileSync} from 'node:fs';
import type {Process, ProcessList} from '../../../model/process.ts';
import {parseMembership} from './membership.ts';

/** The kernel tells other programs hundredths of a second, whatever it counts in (`USER_HZ`, proc(5)). */
const tickMillis = 10;

/** So many are read at once, in some 20 ms; where there are more, the engine's word is good enough. */
const mostRead = 500;

/**
 * The same processes with their CPU time to a hundredth of a second, where they are processes of this
 * machine, in the group of this container, and without those that have ended since. An engine tells whole seconds, from which no present share can be
 * made.
 */
export const withExactTimes = (
	list: ProcessList,
	containerId: string,
	procFolder = '/proc',
): ProcessList => {
	if (list.processes.length > mostRead) return list;
	const processes: Process[] = [];
	for (const process of list.processes) {
		const found = readCpuMillis(`${procFolder}/${process.pid}`, containerId);
		if (found === 'not it') return list;
		if (found !== 'gone') processes.push({...process, cpuMillis: found});
	}
	const ended = list.processes.length - processes.length;
	// Nothing at all: there is no such /proc. Some: it may hide the processes of others (`hidepid`).
	if (processes.length === 0 || (ended > 0 && !existsSync(`${procFolder}/1`))) return list;
	return {processes, total: list.total - ended, cpuStepMillis: tickMillis};
};

const readCpuMillis = (folder: string, containerId: string): number | 'gone' | 'not it' => {
	try {
		const membership = parseMembership(readFileSync(`${folder}/cgroup`, 'latin1'));
		if (membership?.containerId !== containerId) return 'not it';
		return parseCpuMillis(readFileSync(`${folder}/stat`, 'latin1')) ?? 'not it';
	} catch (error) {
		// There, and not for us to read.
		if (error instanceof Error && 'code' in error && error.code === 'EPERM') return 'not it';
		// Most often it has just ended: probes of health come and go.
		return 'gone';
	}
};

/** `utime` and `stime` of `/proc/PID/stat`. The name in brackets may hold anything, brackets too. */
export const parseCpuMillis = (stat: string): number | undefined => {
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const ticks = Number(fields[11]) + Number(fields[12]);
	return Number.isSafeInteger(ticks) && ticks >= 0 ? ticks * tickMillis : undefined;
};
