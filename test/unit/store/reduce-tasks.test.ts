import {describe, expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {anEndpoint, keyOf, startMillis} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const api = keyOf('api');
const started: Action = {
	type: 'task/started',
	id: 1,
	key: api,
	verb: 'restart',
	atMillis: startMillis,
};

const said = (text: string): Action => ({
	type: 'message/added',
	level: 'error',
	text,
	atMillis: startMillis,
});

describe('a task', () => {
	test('is under way, waits for the health check, and is over', () => {
		expect(stateAfter(started).tasks.get(api)).toEqual({
			id: 1,
			verb: 'restart',
			sinceMillis: startMillis,
			waitsForHealth: false,
		});
		const waiting = stateAfter(started, {type: 'task/waited', key: api});
		expect(waiting.tasks.get(api)?.waitsForHealth).toBe(true);
		expect(stateAfter(started, {type: 'task/ended', key: api}).tasks.size).toBe(0);
	});

	test('that is over cannot wait', () => {
		expect(stateAfter({type: 'task/waited', key: api}).tasks.size).toBe(0);
	});

	test('of another engine is none of this one', () => {
		const chosen: Action = {type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis};
		expect(stateAfter(started, chosen).tasks.size).toBe(0);
	});
});

describe('messages', () => {
	test('are kept in order, each with a number of its own', () => {
		const {messages} = stateAfter(said('one'), said('two'));
		expect(messages.map(({id, text}) => `${id} ${text}`)).toEqual(['1 one', '2 two']);
	});

	test('are dismissed from the screen, not from the list', () => {
		const {messages} = stateAfter(said('one'), {type: 'message/dismissed'}, said('two'));
		expect(messages.map(message => message.isDismissed)).toEqual([true, false]);
	});

	test('beyond 200 the oldest go, and numbers are not used twice', () => {
		const {messages} = stateAfter(...Array.from({length: 205}, (_, index) => said(`${index}`)));
		expect(messages).toHaveLength(200);
		expect(messages[0]?.text).toBe('5');
		expect(messages.at(-1)?.id).toBe(205);
	});
});
