import type {DetailKind} from '../../source/store/detail/detail-state.ts';
import type {Failure} from '../../source/store/failure.ts';
import {selectedContainer} from '../../source/store/select-target.ts';
import type {State} from '../../source/store/state.ts';

/** As `docker ps -a` would list them; the same form as the truth of the engine. */
const shownIn = (state: State): readonly string[] =>
	[...state.containers.byKey.values()].map(({name, state: word}) => `${name} ${word}`).sort();

const figuresMillis = 15_000;

/** What an engine that is well does not say; all else may be true of a container. */
const isOfTrouble = ({kind}: Failure): boolean =>
	['unreachable', 'timeout', 'protocol', 'internal', 'permission'].includes(kind);

const notYetRead = (state: State, needed: readonly DetailKind[]): readonly string[] => {
	const {logs, detail, files, frame} = state;
	const log = logs.status;
	const isLogOdd = log.kind === 'opening' || (log.kind === 'failed' && isOfTrouble(log.failure));
	const odd = needed.filter(kind => {
		const slot = detail.data[kind];
		if (slot.status === 'failed') return isOfTrouble(slot.failure);
		return slot.status === 'loading' || slot.status === 'stale';
	});
	// Without a container there is nothing to read, which the screen says.
	const isReadingFiles =
		frame.view === 'files' &&
		files.listing.status === 'loading' &&
		selectedContainer(state) !== undefined;
	return [
		...(isLogOdd ? [`the log is ${JSON.stringify(log)}`] : []),
		...odd.map(kind => `${kind} is ${JSON.stringify(detail.data[kind]).slice(0, 200)}`),
		...(isReadingFiles ? ['files are loading'] : []),
	];
};

/** What is not yet as it should be with an engine that is well, one sentence each. */
export const notYetWell = (
	state: State,
	truth: readonly string[],
	needed: readonly DetailKind[] = [],
): readonly string[] => {
	const {connection, containers, tasks, usages} = state;
	const shown = new Set(shownIn(state));
	const wanted = new Set(truth);
	const running = [...containers.byKey].filter(([, {state: word}]) => word === 'running');
	const unmeasured = running.filter(([key, {name}]) => {
		const usage = usages.get(key);
		const ageMillis =
			usage === undefined ? Number.POSITIVE_INFINITY : state.nowMillis - usage.atMillis;
		return ageMillis > figuresMillis && wanted.has(`${name} running`);
	});
	return [
		...(connection.status === 'live' ? [] : [`the connection is ${connection.status}`]),
		...(containers.status === 'ready' ? [] : [`the list is ${containers.status}`]),
		...truth.filter(line => !shown.has(line)).map(line => `not shown: ${line}`),
		...[...shown].filter(line => !wanted.has(line)).map(line => `shown: ${line}`),
		...notYetRead(state, needed),
		...(tasks.size > 0 ? [`${tasks.size} actions are under way`] : []),
		...unmeasured.map(([, {name}]) => `no new figures of ${name}`),
	];
};
