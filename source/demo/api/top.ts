import {ageAt, currentRun, type DemoContainer} from '../world/container.ts';
import {containerEvent} from '../world/container-events.ts';
import {randomFor} from '../world/random.ts';
import {usageAt} from '../world/usage.ts';
import type {World} from '../world/world.ts';
import {requireRunning} from './actions.ts';
import {containerOf, type Engine} from './engine.ts';
import {columnsFor, type PsRow} from './ps-columns.ts';
import type {Handler} from './router.ts';

/** `GET /containers/{id}/top`, in the form of `ps -ef` or of the columns that `ps_args` names. */
export const top: Handler = (engine, {query, reply}, parameter) => {
	const {world} = engine;
	const container = containerOf(engine, parameter('id'));
	requireRunning(container);
	const columns = columnsFor(query.text('ps_args'));
	const rows = rowsOf(world, container, processesOf(engine, container));
	containerEvent(world, container, 'top');
	reply.json({
		Processes: rows.map(row => columns.map(({cell}) => cell(row))),
		Titles: columns.map(({title}) => title),
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

/** What the container uses is shared out unevenly, but always in the same way. */
const rowsOf = (
	world: World,
	container: DemoContainer,
	processes: readonly (readonly [pid: number, command: string])[],
): readonly PsRow[] => {
	const {spec, pid, key} = container;
	const usage = usageAt(container, world.nowMillis);
	const startedAtMillis = currentRun(container)?.startedAtMillis ?? world.nowMillis;
	const ageMillis = ageAt(container, world.nowMillis) || 1;
	const weights = processes.map(
		([own]) => (own === pid && processes.length > 1 ? 0.2 : 1) * weightOf(`${key} ${own - pid}`),
	);
	const whole = weights.reduce((total, weight) => total + weight, 0);
	return processes.map(([own, command], index) => {
		const share = (weights[index] ?? 0) / whole;
		const cpuMillis = ((usage?.cpuNanos ?? 0) / 1e6) * share;
		return {
			pid: own,
			parentPid: own === pid ? pid - 22 : pid,
			user: spec.user ?? 'root',
			startedAtMillis,
			terminal: spec.tty ? 'pts/0' : '?',
			cpuMillis,
			lifeCpuPercent: (cpuMillis / ageMillis) * 100,
			memoryBytes: ((usage?.memoryBytes ?? 0) - (usage?.cacheBytes ?? 0)) * share,
			command,
		};
	});
};

const weightOf = (key: string): number => 0.25 + randomFor(`process ${key}`).next();
