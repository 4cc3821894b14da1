import {describe, expect, test} from 'vitest';
import type {ContainerAction} from '../../../../source/model/act/container-action.ts';
import {isProved, sayFound} from '../../../../source/model/act/proof.ts';
import type {ContainerDetails} from '../../../../source/model/container.ts';
import {someDetails} from '../../../helpers/builders.ts';

const running = someDetails({state: 'running', name: 'api', startedAtMillis: 1000});
const again = someDetails({state: 'running', name: 'api', startedAtMillis: 2000});
const exited = someDetails({state: 'exited', name: 'api', startedAtMillis: 1000});
const paused = someDetails({state: 'paused', name: 'api', startedAtMillis: 1000});

describe('is proved', () => {
	test.each<readonly [ContainerAction, ContainerDetails, ContainerDetails]>([
		[{verb: 'start'}, exited, again],
		[{verb: 'restart'}, running, again],
		[{verb: 'stop'}, running, exited],
		[{verb: 'kill'}, running, exited],
		[{verb: 'kill', signal: 'SIGKILL'}, running, again],
		[{verb: 'pause'}, running, paused],
		[{verb: 'unpause'}, paused, running],
		[{verb: 'rename', name: 'web'}, running, {...running, name: 'web'}],
		[
			{verb: 'update', limits: {cpus: 0.5, memoryBytes: 0}, restartPolicy: {name: 'always'}},
			running,
			{...running, limits: {cpus: 0.5}, restartPolicy: 'always'},
		],
		// Taken away: none, or all that the machine has.
		[
			{verb: 'update', limits: {cpus: 0, pids: 0}},
			{...running, limits: {cpus: 0.5, pids: 5}},
			{...running, limits: {cpus: 8}},
		],
		[
			{verb: 'update', restartPolicy: {name: 'on-failure', retries: 3}},
			running,
			{...running, restartPolicy: 'on-failure:3'},
		],
		[
			{verb: 'update', restartPolicy: {name: 'on-failure', retries: 0}},
			running,
			{...running, restartPolicy: 'on-failure'},
		],
	])('%j', (action, before, after) => {
		expect(isProved(action, before, after)).toBe(true);
	});
});

describe('is not proved', () => {
	test.each<readonly [ContainerAction, ContainerDetails, ContainerDetails]>([
		[{verb: 'start'}, exited, exited],
		[{verb: 'start'}, running, running],
		[{verb: 'restart'}, running, running],
		[{verb: 'restart'}, running, exited],
		[{verb: 'stop'}, running, running],
		[{verb: 'stop'}, exited, exited],
		// It may have ended for a reason of its own.
		[{verb: 'kill', signal: 'SIGHUP'}, running, exited],
		[{verb: 'pause'}, running, running],
		[{verb: 'unpause'}, paused, paused],
		[{verb: 'remove'}, exited, exited],
		[{verb: 'rename', name: 'web'}, running, running],
		[{verb: 'update', limits: {pids: 5}}, running, running],
		[{verb: 'update', limits: {pids: 0}}, running, {...running, limits: {pids: 5}}],
		[{verb: 'update', restartPolicy: {name: 'always'}}, running, running],
	])('%j', (action, before, after) => {
		expect(isProved(action, before, after)).toBe(false);
	});

	test('by an engine that has no word for the state', () => {
		const {state: _, ...silent} = exited;
		expect(isProved({verb: 'stop'}, running, silent)).toBe(false);
	});
});

test('how it is found is said in words', () => {
	expect(sayFound({verb: 'stop'}, running)).toBe('it is running now');
	expect(sayFound({verb: 'rename', name: 'web'}, running)).toBe('its name is api now');
	expect(sayFound({verb: 'update', limits: {pids: 5}}, running)).toBe(
		'its settings are not those asked for',
	);
	expect(sayFound({verb: 'stop'}, someDetails())).toBe('it is still there');
});
