import {expect, test} from 'vitest';
import type {ContainerAction} from '../../../../source/model/act/container-action.ts';
import {type Seen, whyNotMeant} from '../../../../source/model/act/still-meant.ts';
import type {ContainerDetails} from '../../../../source/model/container.ts';
import {someDetails} from '../../../helpers/builders.ts';

const running: Seen = {state: 'running', startedAtMillis: 1000, restartCount: 2};
const exited: Seen = {state: 'exited', startedAtMillis: 1000};

const why = (verb: 'restart' | 'kill' | 'stop' | 'start' | 'remove', seen: Seen, now: object) =>
	whyNotMeant({verb} as ContainerAction, seen, someDetails({startedAtMillis: 1000, ...now}));

test('what is as it was seen means the same', () => {
	for (const verb of ['restart', 'kill', 'stop', 'start', 'remove'] as const) {
		expect(why(verb, running, {state: 'running', restartCount: 2})).toBeUndefined();
		expect(why(verb, exited, {state: 'exited'})).toBeUndefined();
	}
});

test('a restart must not start what somebody has stopped', () => {
	expect(why('restart', running, {state: 'exited'})).toBe('it has stopped since (exited)');
	expect(why('restart', exited, {state: 'exited'})).toBeUndefined();
});

test('nor interrupt what somebody has just restarted', () => {
	const again = {state: 'running', startedAtMillis: 2000, restartCount: 0};
	expect(why('restart', running, again)).toBe('it has been restarted since');
});

test('but what starts again by itself is restarted by whoever wants it', () => {
	const crashed = {state: 'restarting', startedAtMillis: 2000, restartCount: 3};
	expect(why('restart', running, crashed)).toBeUndefined();
	expect(why('stop', running, crashed)).toBeUndefined();
});

test('what was not inspected when it was asked about is not compared', () => {
	const seen: Seen = {state: 'running'};
	expect(why('restart', seen, {state: 'running', startedAtMillis: 2000})).toBeUndefined();
});

test('what was stopped and runs now is not removed', () => {
	expect(why('remove', exited, {state: 'running'})).toBe('it has been started since (running)');
	expect(why('remove', running, {state: 'exited'})).toBeUndefined();
});

test('what has stopped is not killed', () => {
	expect(why('kill', running, {state: 'exited'})).toBe('it has stopped since (exited)');
});

test('starting what runs and stopping what has stopped is left to the engine', () => {
	expect(why('start', exited, {state: 'running'})).toBeUndefined();
	expect(why('stop', running, {state: 'exited'})).toBeUndefined();
});

test('an engine without a word for the state hinders nothing', () => {
	const {state: _, ...silent}: ContainerDetails = someDetails();
	expect(whyNotMeant({verb: 'restart'}, running, silent)).toBeUndefined();
});
