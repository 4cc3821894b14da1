import {expect, test} from 'vitest';
import {whyNotAct} from '../../../../source/model/act/applicability.ts';
import type {ActionVerb} from '../../../../source/model/act/container-action.ts';
import type {ContainerState} from '../../../../source/model/container.ts';

const states = [
	...(['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'] as const),
] as const;

const fitting: Readonly<Record<ActionVerb, readonly ContainerState[]>> = {
	start: ['created', 'exited', 'dead'],
	stop: ['running', 'paused', 'restarting'],
	restart: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
	pause: ['running'],
	unpause: ['paused'],
	kill: ['running', 'paused'],
	remove: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
	rename: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
	update: ['created', 'running', 'paused', 'restarting', 'exited'],
};

test.each(Object.keys(fitting) as ActionVerb[])(
	'%s fits these states, and says why no other',
	verb => {
		const fits = states.filter(state => whyNotAct(verb, {state}) === undefined);
		expect(fits).toEqual(states.filter(state => fitting[verb].includes(state)));
		for (const state of states.filter(each => !fits.includes(each)))
			expect(whyNotAct(verb, {state}), state).toMatch(/^(is|does|runs) /);
	},
);
