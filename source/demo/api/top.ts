import {currentRun} from '../world/container.ts';
import {containerEvent} from '../world/container-events.ts';
import {usageAt} from '../world/usage.ts';
import {requireRunning} from './actions.ts';
import {containerOf} from './engine.ts';
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
	const children = spec.children ?? [];
	const share = Math.floor(cpuSeconds / (children.length + 1));
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
		Processes: [
			row(pid, pid - 22, spec.command.join(' ')),
			...children.map((command, index) => row(pid + 31 + index, pid, command)),
		],
		Titles: ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
	});
};

const clock = (seconds: number): string =>
	[Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
