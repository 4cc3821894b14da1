import {describe, expect, test} from 'vitest';
import type {EngineEvent} from '../../../source/model/engine-event.ts';
import {maxTimelineEntries} from '../../../source/model/timeline.ts';
import type {Action} from '../../../source/store/action.ts';
import {
	aContainer,
	anEndpoint,
	anEngine,
	keyOf,
	refOf,
	startMillis,
} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const listed: Action = {
	type: 'containers/listed',
	containers: [
		aContainer('api', {compose: {project: 'shop', service: 'api', number: 1, oneOff: false}}),
	],
	atMillis: startMillis,
};

const died = (name: string, atMillis = startMillis): Action => ({
	type: 'timeline/heard',
	event: {kind: 'container.died', ref: refOf(name), atMillis, exitCode: 137},
});

test('what happened keeps the name of a container that goes', () => {
	const {timeline} = stateAfter(listed, died('api'), {
		type: 'container/removed',
		key: keyOf('api'),
	});
	expect(timeline).toMatchObject([
		{seq: 1, atMillis: startMillis, key: keyOf('api'), name: 'api', project: 'shop'},
	]);
});

test('what was never listed is told all the same', () => {
	const [entry] = stateAfter(died('passing')).timeline;
	expect(entry).toMatchObject({key: keyOf('passing'), event: {exitCode: 137}});
	expect(entry).not.toHaveProperty('name');
});

test('only the last ones are kept, and no number comes twice', () => {
	const more = Array.from({length: maxTimelineEntries + 5}, (_, index) =>
		died('api', startMillis + index),
	);
	const {timeline} = stateAfter(listed, ...more);
	expect(timeline).toHaveLength(maxTimelineEntries);
	expect(timeline[0]?.seq).toBe(6);
	expect(timeline.at(-1)?.seq).toBe(maxTimelineEntries + 5);
});

const past = (name: string, seconds: number): EngineEvent => ({
	kind: 'container.oom',
	...{ref: refOf(name), atMillis: startMillis + seconds * 1000, name, project: 'old'},
});

const recalled = (...events: readonly EngineEvent[]): Action => ({
	...{type: 'timeline/recalled', events},
});

describe('what happened before anybody listened', () => {
	test('stands before what was heard, with names the engine told', () => {
		const {timeline} = stateAfter(listed, died('api'), recalled(past('gone', -9), past('api', -5)));
		expect(timeline.map(({seq, name, project}) => [seq, name, project])).toEqual([
			[-1, 'gone', 'old'],
			[0, 'api', 'shop'],
			[1, 'api', 'shop'],
		]);
	});

	test('is told once, also what was heard meanwhile', () => {
		const told: Action = {type: 'timeline/heard', event: past('api', 0)};
		const later: Action = {type: 'timeline/heard', event: past('api', 1)};
		const {timeline} = stateAfter(
			told,
			later,
			recalled(past('api', -1), past('api', 0), past('db', 0), past('api', 1)),
		);
		expect(timeline.map(({name, atMillis}) => [name, atMillis - startMillis])).toEqual([
			['api', -1000],
			['db', 0],
			['api', 0],
			['api', 1000],
		]);
	});

	test('makes no room for itself', () => {
		const all = Array.from({length: maxTimelineEntries}, (_, index) =>
			died('api', startMillis + index),
		);
		expect(stateAfter(...all, recalled(past('api', -1))).timeline).toHaveLength(maxTimelineEntries);
		const many = Array.from({length: 1500}, (_, index) => past('api', -1500 + index));
		const {timeline} = stateAfter(recalled(...many));
		expect(timeline).toHaveLength(maxTimelineEntries);
		expect(timeline.at(-1)?.atMillis).toBe(startMillis - 1000);
	});

	test('and what comes after it has the next number', () => {
		const {timeline} = stateAfter(recalled(past('api', -1)), died('api'));
		expect(timeline.map(({seq}) => seq)).toEqual([0, 1]);
	});
});

describe('the connection', () => {
	const failure = {
		kind: 'unreachable',
		message: 'connection refused',
		brief: 'it is gone',
	} as const;
	const opened = (seconds: number): Action => ({
		type: 'connection/opened',
		engine: {...anEngine, clockOffsetMillis: 60_000},
		atMillis: startMillis + seconds * 1000,
	});
	const lost = (seconds: number): Action => {
		const atMillis = startMillis + seconds * 1000;
		return {type: 'connection/lost', failure, atMillis, retryAtMillis: atMillis + 500};
	};

	test('that breaks and comes back is told once each, by the clock of the engine', () => {
		const {timeline} = stateAfter(opened(0), lost(10), lost(11), lost(13), opened(40));
		expect(
			timeline.map(({event, atMillis}) => [event.kind, (atMillis - startMillis) / 1000]),
		).toEqual([
			['connection.lost', 70],
			['connection.back', 100],
		]);
		expect(timeline[0]?.event).toMatchObject({reason: 'it is gone'});
		expect(timeline[1]?.event).toMatchObject({awayMillis: 30_000});
	});

	test('that never was is no news', () => {
		expect(stateAfter(lost(0), lost(1), opened(2), opened(3)).timeline).toEqual([]);
	});
});

test('what the user did is told with its result', () => {
	const acted: Action = {
		...{type: 'timeline/acted', key: keyOf('api'), verb: 'restart', outcome: 'success'},
		...{text: 'restarted shop/api in 1.4s', atMillis: startMillis},
	};
	expect(stateAfter(listed, acted).timeline).toMatchObject([
		{
			...{key: keyOf('api'), name: 'api', project: 'shop'},
			event: {kind: 'action.ended', verb: 'restart', text: 'restarted shop/api in 1.4s'},
		},
	]);
});

test('another engine has another past', () => {
	const chosen: Action = {type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis};
	expect(stateAfter(died('api'), chosen).timeline).toEqual([]);
});
