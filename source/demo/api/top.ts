import {currentRun, type DemoContainer} from '../world/container.ts';
import {containerEvent} from '../world/container-events.ts';
import {usageAt} from '../world/usage.ts';
import {requireRunning} from './actions.ts';
import {containerOf, type Engine} from './engine.ts';
import type {Handler} from './router.ts';

/** `GET /containers/{id}/top`, in the form of `ps -ef`. */
export const top: Handler = (engine, {reply}, parameter) => {
	const {world} = engine;
	const container = containerOf(engine, parameter('id'));
	requireRunning(container);
	const {spec, pid} = container;
	const started = new Date(currentRun(container)?.startedAtMillis ?? world.nowMillis)
		.toISOString()
		.slice(11, 16);
	const cpuSeconds = Math.floor((usageAt(container, world.nowMillis)?.cpuNanos ?? 0) / 1e9);
	const processes = processesOf(engine, container);
	const share = Math.floor(cpuSeconds / processes.length);
	const row = (ownPid: number, parentPid: number, command: string) => [
		spec.user ?? 'root',
		String(ownPid),
		String(parentPid),
		'0',
		started,
		spec.tty ? 'pts/0' : '?',
		clock(share),
		command,
	];
	containerEvent(world, container, 'top');
	reply.json({
		Processes: processes.map(([ownPid, command]) =>
			row(ownPid, ownPid === pid ? pid - 22 : pid, command),
		),
		Titles: ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
	});
};

/** The first process, its children, and what clients run beside them. */
export const processesOf = (
	{execs}: Engine,
	{id, pid, spec}: DemoContainer,
): (readonly [pid: number, command: string])[] => [
	[pid, spec.command.join(' ')],
	...(spec.children ?? []).map((command, index) => [pid + 31 + index, command] as const),
	...execs.runningIn(id).map(exec => [exec.pid, exec.argv.join(' ')] as const),
];

const clock = (seconds: number): string =>
	[Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
