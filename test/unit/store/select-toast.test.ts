import {expect, test} from 'vitest';
import type {MessageLevel} from '../../../source/store/act/act-state.ts';
import {selectErrorCount, selectToast} from '../../../source/store/select-toast.ts';
import {startMillis} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const said = (level: MessageLevel, text: string) =>
	({type: 'message/added', level, text, atMillis: startMillis}) as const;
const later = (millis: number) => ({type: 'clock/ticked', atMillis: startMillis + millis}) as const;

test('good news goes by itself', () => {
	const state = stateAfter(said('success', 'restarted api'));
	expect(selectToast(state)?.text).toBe('restarted api');
	expect(selectToast(stateAfter(said('success', 'restarted api'), later(4000)))).toBeUndefined();
});

test('an error stays, also under good news that came after it', () => {
	const state = stateAfter(
		said('error', 'stop db failed'),
		said('success', 'stopped api'),
		later(60_000),
	);
	expect(selectToast(state)?.text).toBe('stop db failed');
	expect(selectErrorCount(state)).toBe(1);
});

const outcome = (text: string, atMillis = startMillis) => ({
	...said('success', text),
	...{details: ['docker restart api'], atMillis},
});

test('what became of an action stays longer, and before an error that has stood there', () => {
	const healthy = 'restarted api, healthy again in 3.1s';
	expect(selectToast(stateAfter(outcome(healthy), later(7000)))?.text).toBe(healthy);
	expect(selectToast(stateAfter(outcome(healthy), later(9000)))).toBeUndefined();
	const error = said('error', 'stop db failed');
	const after = outcome(healthy, startMillis + 10_000);
	expect(selectToast(stateAfter(error, after, later(17_000)))?.text).toBe(healthy);
	expect(selectToast(stateAfter(error, after, later(19_000)))?.text).toBe('stop db failed');
	// Nothing covers what has just gone wrong.
	const soon = outcome(healthy, startMillis + 1000);
	expect(selectToast(stateAfter(error, soon, later(2000)))?.text).toBe('stop db failed');
	expect(selectToast(stateAfter(outcome(healthy), error))?.text).toBe('stop db failed');
});

test('until it is dismissed', () => {
	const state = stateAfter(said('error', 'stop db failed'), {type: 'message/dismissed'});
	expect(selectToast(state)).toBeUndefined();
	expect(selectErrorCount(state)).toBe(0);
});

test('nothing stays for as long as a clock was put back', () => {
	const state = stateAfter(said('success', 'restarted api'), later(-3_600_000));
	expect(selectToast(state)).toBeUndefined();
});
