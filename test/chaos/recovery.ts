import type {State} from '../../source/store/state.ts';

/** As `docker ps -a` would list them; the same form as the truth of the engine. */
const shownIn = (state: State): readonly string[] =>
	[...state.containers.byKey.values()].map(({name, state: word}) => `${name} ${word}`).sort();

const figuresMillis = 15_000;

/** What is not yet as it should be with an engine that is well, one sentence each. */
export const notYetWell = (state: State, truth: readonly string[]): readonly string[] => {
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
		...(tasks.size > 0 ? [`${tasks.size} actions are under way`] : []),
		...unmeasured.map(([, {name}]) => `no new figures of ${name}`),
	];
};
