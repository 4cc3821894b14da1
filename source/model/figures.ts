import type {Container, ContainerState} from './container.ts';
import {isRunning} from './container.ts';
import {exitCode, healthOf, projectOf} from './container-facts.ts';
import type {ContainerUsage} from './stats-sample.ts';

type Value = number | string | undefined;

/** What containers are compared by: the list is sorted by it, and numbers can be asked for in a filter. */
interface Figure {
	/** In the words of a menu. */
	readonly title: string;
	/** Who tells it: the list of the engine, an inspect, or each new sample. */
	readonly from: 'list' | 'details' | 'usage';
	/** Undefined where it is not known. */
	readonly read: (container: Container, usage: ContainerUsage | undefined) => Value;
	/** First shown from the smallest; the others from the largest. */
	readonly ascends?: true;
	/** Makes sense as a sum; of the others the first container speaks for its group. */
	readonly isSummed?: true;
	/** Of figures from samples: what differs by less is not worth a change of places. */
	readonly step?: number;
}

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** What needs attention first. */
const stateOrder: readonly ContainerState[] = [
	...(['dead', 'restarting', 'exited', 'removing', 'paused', 'created', 'running'] as const),
];
const healthOrder: readonly string[] = ['unhealthy', 'starting', 'healthy', 'none'];

const rate = (title: string, of: (usage: ContainerUsage) => number | undefined): Figure => ({
	...{title, from: 'usage', isSummed: true, step: kibibyte},
	read: (_, usage) => usage && of(usage),
});

/** Undefined where neither is known. */
const both = (one: number | undefined, other: number | undefined): number | undefined =>
	one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);

export const figures = {
	cpu: {
		...{title: 'cpu', from: 'usage', isSummed: true, step: 1},
		read: (_, usage) => usage?.cpuPercent,
	},
	memory: {
		...{title: 'memory', from: 'usage', isSummed: true, step: mebibyte},
		read: (_, usage) => usage?.sample.memoryUsedBytes,
	},
	// The name stands behind all others where they are equal, see `sort.ts`.
	name: {title: 'name', from: 'list', ascends: true, read: () => 0},
	uptime: {
		...{title: 'uptime', from: 'details'},
		read: container => (isRunning(container) ? -startedAt(container) : undefined),
	},
	state: {
		...{title: 'state', from: 'list', ascends: true},
		read: ({health, state}) => (health.kind === 'unhealthy' ? -1 : stateOrder.indexOf(state)),
	},
	network: rate('network, both ways', usage => both(usage.netRxPerSecond, usage.netTxPerSecond)),
	restarts: {
		...{title: 'restarts', from: 'details', isSummed: true},
		read: ({details}) => details?.restartCount,
	},
	memoryShare: {
		...{title: 'memory, % of limit', from: 'usage', step: 1},
		read: (_, usage) => memoryPercent(usage),
	},
	rx: rate('network received', usage => usage.netRxPerSecond),
	tx: rate('network sent', usage => usage.netTxPerSecond),
	disk: rate('disk, both ways', usage => both(usage.blockReadPerSecond, usage.blockWritePerSecond)),
	read: rate('disk read', usage => usage.blockReadPerSecond),
	write: rate('disk written', usage => usage.blockWritePerSecond),
	pids: {
		...{title: 'processes', from: 'usage', isSummed: true, step: 1},
		read: (_, usage) => usage?.sample.pids,
	},
	health: {
		...{title: 'health', from: 'list', ascends: true},
		read: container =>
			healthOrder.indexOf(container.state === 'running' ? healthOf(container).kind : 'none'),
	},
	exit: {title: 'exit code', from: 'list', read: exitCode},
	ports: {
		...{title: 'port', from: 'list', ascends: true},
		read: ({ports}) => ports.find(({publicPort}) => publicPort !== undefined)?.publicPort,
	},
	image: {title: 'image', from: 'list', ascends: true, read: ({image}) => image},
	project: {
		...{title: 'project', from: 'list', ascends: true},
		read: container => projectOf(container) || undefined,
	},
} satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof figures;

/** The entry as what all entries are. */
export const figureOf = (id: FigureId): Figure => figures[id];

/** Share of its limit that a container has of memory, in percent. */
export const memoryPercent = (usage: ContainerUsage | undefined): number | undefined => {
	const {memoryUsedBytes: used, memoryLimitBytes: limit} = usage?.sample ?? {};
	return used === undefined || !limit ? undefined : (100 * used) / limit;
};

const startedAt = (container: Container): number =>
	container.details?.startedAtMillis ?? container.createdAtMillis ?? Number.POSITIVE_INFINITY;
