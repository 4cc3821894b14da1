import {describe, expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {reduce} from '../../../source/store/reduce.ts';
import {anEndpoint, anEngine, startMillis} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const at = (seconds: number): number => startMillis + seconds * 1000;

const opened = (seconds: number): Action => ({
	type: 'connection/opened',
	engine: anEngine,
	atMillis: at(seconds),
});

const lost = (seconds: number, message = 'connection refused'): Action => ({
	type: 'connection/lost',
	failure: {kind: 'unreachable', message},
	atMillis: at(seconds),
	retryAtMillis: at(seconds + 1),
});

test('connecting, until the engine answers', () => {
	expect(stateAfter().connection).toEqual({status: 'connecting', sinceMillis: startMillis});
	const {connection, engine} = stateAfter(opened(2));
	expect(connection).toEqual({status: 'live', sinceMillis: at(2)});
	expect(engine).toEqual(anEngine);
});

test('lost since the first failure, with the latest reason and the next try', () => {
	expect(stateAfter(opened(0), lost(5), lost(7, 'no such socket')).connection).toEqual({
		status: 'lost',
		sinceMillis: at(5),
		answeredAtMillis: at(5),
		retryAtMillis: at(8),
		failure: {kind: 'unreachable', message: 'no such socket'},
	});
});

test('nothing was ever answered before the first answer', () => {
	expect(stateAfter(lost(5), lost(7)).connection).not.toHaveProperty('answeredAtMillis');
});

describe('silent', () => {
	const silent = (seconds: number): Action => ({
		type: 'connection/silent',
		answeredAtMillis: at(seconds),
	});

	test('since the last answer, however often it is told; it is the same connection', () => {
		expect(stateAfter(opened(0), silent(3), silent(4)).connection).toEqual({
			status: 'stale',
			sinceMillis: at(0),
			answeredAtMillis: at(3),
		});
	});

	test('until it answers', () => {
		expect(stateAfter(opened(0), silent(3), {type: 'connection/answered'}).connection).toEqual({
			status: 'live',
			sinceMillis: at(0),
		});
	});

	test('then lost: its age counts from the last answer', () => {
		expect(stateAfter(opened(0), silent(3), lost(33), lost(35)).connection).toMatchObject({
			sinceMillis: at(33),
			answeredAtMillis: at(3),
		});
	});

	test('only while it is connected', () => {
		expect(stateAfter(opened(0), lost(5), silent(6)).connection.status).toBe('lost');
		expect(stateAfter(silent(6)).connection.status).toBe('connecting');
		expect(stateAfter(lost(5), {type: 'connection/answered'}).connection.status).toBe('lost');
	});
});

test('what is known of the engine stays while it is lost', () => {
	expect(stateAfter(opened(0), lost(5)).engine).toEqual(anEngine);
});

test('live again, counted from then; the next loss counts from itself', () => {
	expect(stateAfter(opened(0), lost(5), opened(9)).connection).toEqual({
		status: 'live',
		sinceMillis: at(9),
	});
	expect(stateAfter(opened(0), lost(5), opened(9), lost(20)).connection.sinceMillis).toBe(at(20));
});

test('of another engine nothing is known', () => {
	const host = {atMillis: at(1), origin: 'local', cpus: 8} as const;
	const endpoint = {...anEndpoint, url: 'demo', isDemo: true};
	const state = stateAfter(opened(0), {type: 'host/sampled', sample: host}, lost(5), {
		type: 'endpoint/chosen',
		endpoint,
		atMillis: at(6),
	});
	expect(state.endpoint).toEqual(endpoint);
	expect(state.connection).toEqual({status: 'connecting', sinceMillis: at(6)});
	expect(state).not.toHaveProperty('engine');
	expect(state).not.toHaveProperty('host');
});

test('what is forbidden is noted once, for as long as the connection lives', () => {
	const restricted = {type: 'connection/restricted', part: 'events'} as const;
	const told = stateAfter(opened(0), restricted);
	expect(told.forbidden).toEqual(['events']);
	expect(reduce(told, restricted)).toBe(told);
	expect(stateAfter(opened(0), restricted, lost(5)).forbidden).toEqual(['events']);
	expect(stateAfter(opened(0), restricted, lost(5), opened(9)).forbidden).toEqual([]);
	const engine = {...anEngine, forbidden: ['info']} as const;
	const again = stateAfter({type: 'connection/opened', engine, atMillis: at(0)}, restricted);
	expect(again.forbidden).toEqual(['info', 'events']);
});

test('time comes from outside', () => {
	expect(stateAfter({type: 'clock/ticked', atMillis: at(3)}).nowMillis).toBe(at(3));
});
