import {describe, expect, test} from 'vitest';
import {type Limits, usualLimits} from '../../../source/model/attention/limits.ts';
import type {Container} from '../../../source/model/container.ts';
import type {Action} from '../../../source/store/action.ts';
import {initialState} from '../../../source/store/initial-state.ts';
import {reduce} from '../../../source/store/reduce.ts';
import {selectAlarms, selectProblems} from '../../../source/store/select-problems.ts';
import type {State} from '../../../source/store/state.ts';
import {
	aContainer,
	anEndpoint,
	anEngine,
	aUsage,
	exited,
	keyOf,
	ofProject,
	refOf,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';
import {stateAfter, User} from '../../helpers/user.ts';
import {aHostSample} from '../../helpers/view-world.ts';

const listed = (...containers: readonly Container[]): Action => ({
	...{type: 'containers/listed', containers, atMillis: startMillis},
});

const told = (state: State): readonly string[] =>
	selectProblems(state).map(({container, rule}) => `${container?.name ?? 'machine'} ${rule.id}`);

const died = (name: string, atMillis: number, exitCode = 1): Action => ({
	type: 'timeline/heard',
	event: {kind: 'container.died', ref: refOf(name), atMillis, exitCode},
});

const failed = aContainer('batch', exited(1));
const sick = aContainer('api', {health: {kind: 'unhealthy'}});

test('what is wrong with what runs and with what has stopped', () => {
	const state = stateAfter(listed(failed, aContainer('well'), sick));
	expect(told(state)).toEqual(['api unhealthy', 'batch exit']);
});

test('nothing is known before the first list', () => {
	expect(selectProblems(stateAfter())).toEqual([]);
});

test('what the user takes for wrong, of the same containers', () => {
	const big = aContainer('big', {details: someDetails({limits: {memoryBytes: 1000}})});
	const usages = [[keyOf('big'), aUsage('big', 1, {memoryUsedBytes: 600})]] as const;
	const actions = [listed(failed, sick, big), {type: 'stats/sampled', usages}] as const;
	const by = (limits: Partial<Limits>): State =>
		actions.reduce<State>(
			reduce,
			initialState(anEndpoint, startMillis, {limits: {...usualLimits, ...limits}}),
		);
	expect(told(by({}))).toEqual(['api unhealthy', 'batch exit']);
	expect(told(by({memoryPercent: 60, ignored: new Set(['exit'])}))).toEqual([
		...['api unhealthy', 'big memory'],
	]);
	expect(told(by({memoryPercent: 60, ignored: new Set(['memory'])}))).toEqual([
		...['api unhealthy', 'batch exit'],
	]);
});

test('the same array while it is the same', () => {
	const user = new User({containers: [failed, sick]});
	const before = selectProblems(user.state);
	user.dispatch({type: 'clock/ticked', atMillis: startMillis + 60_000});
	user.dispatch({type: 'stats/sampled', usages: [[keyOf('api'), aUsage('api', 5)]]});
	user.dispatch({
		type: 'timeline/heard',
		event: {kind: 'container.oom', ref: refOf('x'), atMillis: 1},
	});
	expect(selectProblems(user.state)).toBe(before);
});

test('what is only worth knowing is no alarm', () => {
	const state = stateAfter(listed(sick, aContainer('db', exited(137))));
	expect(told(state)).toEqual(['api unhealthy', 'db exit']);
	expect(selectAlarms(state).map(({container}) => container?.name)).toEqual(['api']);
});

test('what was heard of one that has stopped says more than its state', () => {
	const kill: Action = {
		type: 'timeline/heard',
		event: {
			kind: 'container.changed',
			ref: refOf('batch'),
			atMillis: startMillis - 10,
			action: 'kill',
		},
	};
	const state = stateAfter(listed(failed), kill, died('batch', startMillis));
	expect(selectProblems(state).map(({severity}) => severity)).toEqual(['note']);
});

test('a crash loop ends with time', () => {
	const user = new User({containers: [aContainer('api')]});
	for (const ago of [30_000, 20_000, 10_000]) user.dispatch(died('api', startMillis - ago));
	user.dispatch({type: 'clock/ticked', atMillis: startMillis});
	expect(told(user.state)).toEqual(['api crash-loop']);
	user.dispatch({type: 'clock/ticked', atMillis: startMillis + 600_000});
	expect(told(user.state)).toEqual([]);
});

test('times are compared by the clock of the engine', () => {
	const health = {kind: 'starting'} as const;
	const details = someDetails({startedAtMillis: startMillis, health});
	const user = new User({containers: [aContainer('api', {health, details})]});
	expect(told(user.state)).toEqual([]);
	const engine = {...anEngine, clockOffsetMillis: 300_000};
	user.dispatch({type: 'connection/opened', engine, atMillis: startMillis});
	expect(told(user.state)).toEqual(['api never-healthy']);
});

describe('what Compose started before', () => {
	const labels = {'com.docker.compose.depends_on': 'db:service_started:true'};
	const api = ofProject('shop', 'api', {labels});

	test('is looked for in its project', () => {
		expect(told(stateAfter(listed(api, ofProject('shop', 'db'))))).toEqual([]);
		const other = stateAfter(listed(api, ofProject('billing', 'db')));
		expect(told(other)).toEqual(['shop-api-1 dependency']);
	});

	test('and followed', () => {
		const user = new User({containers: [api, ofProject('shop', 'db')]});
		user.sees([api, ofProject('shop', 'db', exited(0))]);
		expect(told(user.state)).toEqual(['shop-api-1 dependency']);
		user.sees([api, ofProject('shop', 'db')]);
		expect(told(user.state)).toEqual([]);
	});
});

describe('figures', () => {
	const limited = aContainer('api', {details: someDetails({limits: {memoryBytes: 1000}})});
	const full = (memoryUsedBytes: number, seconds: number): Action => {
		const atMillis = startMillis + seconds * 1000;
		return {
			type: 'stats/sampled',
			usages: [[keyOf('api'), aUsage('api', 1, {memoryUsedBytes}, atMillis)]],
		};
	};

	test('are told with the time since when they are so', () => {
		const state = stateAfter(listed(limited), full(950, 0), full(970, 5));
		expect(selectProblems(state)[0]).toMatchObject({
			finding: {brief: 'memory 97% of limit', sinceMillis: startMillis},
		});
	});

	test('go with the container', () => {
		const state = stateAfter(listed(limited), full(950, 0));
		expect(told(state)).toEqual(['api memory']);
		expect(
			told(stateAfter(listed(limited), full(950, 0), listed(aContainer('api', exited())))),
		).toEqual([]);
	});

	test('of the machine are of no container', () => {
		const sample = {...aHostSample(startMillis), rootDiskUsedPercent: 95};
		expect(told(stateAfter(listed(), {type: 'host/sampled', sample}))).toEqual(['machine disk']);
	});

	test('that come and go for a moment are nothing', () => {
		const throttled = (seconds: number): Action => {
			const usage = aUsage('api', 1, {memoryUsedBytes: 1}, startMillis + seconds * 1000);
			return {
				type: 'stats/sampled',
				usages: [[keyOf('api'), {...usage, throttledPercent: 80}]],
			};
		};
		const user = new User({containers: [limited]});
		user.dispatch(throttled(0));
		user.dispatch(throttled(5));
		expect(told(user.state)).toEqual([]);
		user.dispatch(throttled(10));
		expect(told(user.state)).toEqual(['api throttled']);
	});
});

test('tens of thousands that have stopped are looked at once', () => {
	const many = Array.from({length: 30_000}, (_, index) =>
		aContainer(`batch-${index}`, index % 10 === 0 ? exited(1) : exited(0)),
	);
	const user = new User({containers: [...many, aContainer('api')]});
	expect(selectProblems(user.state)).toHaveLength(3000);
	const start = performance.now();
	for (let second = 1; second <= 100; second++) {
		const atMillis = startMillis + second * 10_000;
		user.dispatch({type: 'clock/ticked', atMillis});
		user.dispatch({
			type: 'stats/sampled',
			usages: [[keyOf('api'), aUsage('api', 5, {}, atMillis)]],
		});
		selectProblems(user.state);
	}
	// Each of them looked at anew takes longer than all hundred.
	expect(performance.now() - start).toBeLessThan(500);
});
