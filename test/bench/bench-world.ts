import type {Container} from '../../source/model/container.ts';
import type {ContainerKey} from '../../source/model/ids.ts';
import {localHost, refKey} from '../../source/model/ids.ts';
import type {ContainerUsage} from '../../source/model/stats-sample.ts';

export const startMillis = 1_700_000_000_000;

const projectSize = 20;

/** Spread over all digits, as ids of an engine are. */
const idOf = (index: number): string =>
	((index * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0').repeat(8);

const running = (index: number): Container => ({
	ref: {hostId: localHost, id: idOf(index)},
	name: `project${Math.floor(index / projectSize)}-service${index}-1`,
	image: 'registry.example/shop/api:1.8.2',
	command: 'gunicorn app:api',
	state: 'running',
	status: 'Up 3 hours',
	health: {kind: index % 2 === 0 ? 'healthy' : 'none'},
	createdAtMillis: startMillis - 3_600_000,
	ports: [{privatePort: 8000, publicPort: 8000 + index, protocol: 'tcp'}],
	mounts: [],
	networks: [{name: 'shop_default', ipAddress: '172.20.0.4'}],
	labels: {'com.docker.compose.project': `project${Math.floor(index / projectSize)}`},
	compose: {
		project: `project${Math.floor(index / projectSize)}`,
		service: `service${index}`,
		number: 1,
		oneOff: false,
	},
});

/** Half of them are leftovers of nobody, the other half lies about in the projects. */
const stopped = (index: number, projects: number): Container => {
	const {compose, ...rest} = running(index);
	const isLoose = index % 2 === 0;
	return {
		...rest,
		name: isLoose ? `job-${index}` : `project${index % projects}-run-${index}`,
		state: 'exited',
		status: index % 10 === 0 ? 'Exited (1) 3 days ago' : 'Exited (0) 3 days ago',
		health: {kind: 'none'},
		ports: [],
		...(isLoose || compose === undefined
			? {}
			: {compose: {...compose, project: `project${index % projects}`, oneOff: true}}),
	};
};

/** So many containers in projects of twenty, and those that have ended. */
export const benchContainers = (
	runningCount: number,
	stoppedCount: number,
): readonly Container[] => {
	const projects = Math.ceil(runningCount / projectSize);
	return [
		...Array.from({length: runningCount}, (_, index) => running(index)),
		...Array.from({length: stoppedCount}, (_, index) => stopped(runningCount + index, projects)),
	];
};

/** Figures of all that run: each moves a little in every second. */
export const benchUsages = (
	containers: readonly Container[],
	atMillis: number,
): readonly (readonly [ContainerKey, ContainerUsage])[] =>
	containers
		.filter(({state}) => state === 'running')
		.map(({ref}, index) => [
			refKey(ref),
			{
				atMillis,
				intervalMillis: 1000,
				cpuPercent: (atMillis / 1000 + index * 7) % 100,
				netRxPerSecond: 1000 * index,
				netTxPerSecond: 10,
				sample: {
					ref,
					origin: 'cgroup',
					readAtNanos: 0n,
					memoryUsedBytes: (1 + index) * 1e7 + (atMillis % 1e6),
				},
			},
		]);
