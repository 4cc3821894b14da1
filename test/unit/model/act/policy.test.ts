import {describe, expect, test} from 'vitest';
import {
	cautionOf,
	cautionOfWayIn,
	isProtectedHost,
	usualPolicy,
} from '../../../../source/model/act/policy.ts';
import {waysIn} from '../../../../source/model/act/way-in.ts';
import {aContainer, exited} from '../../../helpers/builders.ts';

const running = aContainer('api');
const stopped = aContainer('old', exited());
const one = {containers: [running], isProtected: false};
const volume = {type: 'volume', source: 'c'.repeat(64), destination: '/', writable: true} as const;

describe('usually', () => {
	test('everything is asked about', () => {
		for (const verb of ['start', 'stop', 'restart', 'pause', 'unpause', 'kill'] as const)
			expect(cautionOf(usualPolicy, {verb}, one), verb).toBe('ask');
	});

	test('removing what runs, or what loses volumes, wants the name', () => {
		const removing = (container: typeof running, volumes: boolean) =>
			cautionOf(
				usualPolicy,
				{verb: 'remove', volumes},
				{containers: [container], isProtected: false},
			);
		expect(removing(running, false)).toBe('name');
		expect(removing(stopped, false)).toBe('ask');
		expect(removing({...stopped, mounts: [volume]}, false)).toBe('ask');
		expect(removing({...stopped, mounts: [volume]}, true)).toBe('name');
	});
});

describe('configured', () => {
	const policy = {
		confirm: {restart: 'never', stop: 'name', remove: 'never'},
		protected: [],
	} as const;

	test('it goes both ways', () => {
		expect(cautionOf(policy, {verb: 'restart'}, one)).toBe('never');
		expect(cautionOf(policy, {verb: 'stop'}, one)).toBe('name');
		expect(cautionOf(policy, {verb: 'remove'}, one)).toBe('never');
		expect(cautionOf(policy, {verb: 'start'}, one)).toBe('ask');
	});

	test('several are asked about in any case', () => {
		const two = {containers: [running, stopped], isProtected: false};
		expect(cautionOf(policy, {verb: 'restart'}, two)).toBe('ask');
		expect(cautionOf(policy, {verb: 'stop'}, two)).toBe('name');
	});

	test('on a protected engine all wants the name', () => {
		expect(cautionOf(policy, {verb: 'restart'}, {...one, isProtected: true})).toBe('name');
	});
});

describe('ways into a container', () => {
	const caution = (isProtected: boolean, confirm = {}) =>
		waysIn.map(way => cautionOfWayIn({confirm, protected: []}, way, {isProtected}));

	test('a shell is one key, files are asked about', () => {
		expect(caution(false)).toEqual(['never', 'never', 'never', 'never', 'ask']);
	});

	test('on a protected engine all are asked about, and what makes something wants the name', () => {
		expect(caution(true)).toEqual(['ask', 'ask', 'ask', 'name', 'name']);
	});

	test('it is configured both ways, and never less than a protected engine wants', () => {
		const confirm = {shell: 'name', rootShell: 'ask', copyIn: 'never'};
		expect(caution(false, confirm)).toEqual(['name', 'ask', 'never', 'never', 'never']);
		expect(caution(true, confirm)).toEqual(['name', 'ask', 'ask', 'name', 'name']);
	});
});

test.each([
	['ssh://prod', true],
	['ssh://*', true],
	['*prod', true],
	['*pro*', true],
	['*', true],
	['live', true],
	['ssh://pro', false],
	['prod', false],
	['liv', false],
	['', false],
])('an engine is found as %j: %s', (pattern, isProtected) => {
	const policy = {...usualPolicy, protected: [pattern]};
	expect(isProtectedHost(policy, {url: 'ssh://prod', context: 'live'})).toBe(isProtected);
});
