import {describe, expect, test} from 'vitest';
import {usualPolicy} from '../../../../source/model/act/policy.ts';
import type {ProgramRequest} from '../../../../source/model/user-command.ts';
import type {Action} from '../../../../source/store/action.ts';
import {startMillis} from '../../../helpers/builders.ts';
import {aPlace, aService, composed, hashed, legacyTool} from '../../../helpers/compose.ts';
import {User} from '../../../helpers/user.ts';

const known: readonly Action[] = [
	{type: 'compose/tool-found', tool: legacyTool},
	{type: 'compose/placed', project: 'shop', place: aPlace({cautions: ['f may be written.']})},
	{
		...{type: 'compose/read', project: 'shop', atMillis: startMillis},
		services: [aService('api', {hash: 'a1'}), aService('sick', {profiles: ['broken']})],
	} as const,
];

const begin = (actions = known, policy = usualPolicy) => {
	const runs: ProgramRequest[] = [];
	let nowMillis = startMillis;
	const user = new User({
		containers: [composed('api', hashed('a1')), composed('sick')],
		effects: {runProgram: request => void runs.push(request)},
		now: () => nowMillis,
		policy,
	});
	for (const action of actions) user.dispatch(action);
	user.open('compose');
	const yes = (): void => {
		nowMillis += 1000;
		user.press('y');
	};
	return {user, runs, yes};
};

const lastWords = ({argv}: ProgramRequest, count: number) => argv.slice(-count).join(' ');

describe('on a project', () => {
	test.each([
		['u', 'Up project shop?', 'up --detach'],
		['D', 'Down project shop?', '--profile=broken down'],
		['b', 'Build the images of project shop?', '--profile=broken build'],
		['P', 'Pull the images of project shop?', '--profile=broken pull'],
		['c', 'Create anew project shop?', '--detach --force-recreate'],
	])('%s asks "%s" before it runs', (key, title, words) => {
		const {user, runs, yes} = begin();
		user.press(key);
		expect(user.question?.title).toBe(title);
		expect(user.question?.lines).toContain('File: /srv/shop/docker-compose.yml');
		expect(user.question?.lines).toContain('f may be written.');
		user.press('y');
		expect(runs).toEqual([]);
		yes();
		expect(runs.map(run => lastWords(run, words.split(' ').length))).toEqual([words]);
		expect(runs[0]).toMatchObject({directory: '/srv/shop', show: 'output'});
		expect(runs[0]?.env?.['DOCKER_HOST']).toBe('unix:///var/run/docker.sock');
	});

	test('a protected engine wants the name of the project typed', () => {
		const {user, runs, yes} = begin(known, {confirm: {}, protected: ['unix://*']});
		user.press('D');
		expect(user.state.frame.overlays).toMatchObject([
			{
				kind: 'confirm-name',
				expected: 'shop',
				confirm: {lines: expect.arrayContaining(['unix:///var/run/docker.sock is protected.'])},
			},
		]);
		yes();
		expect(runs).toEqual([]);
	});

	test('what needs a service says so', () => {
		const {user} = begin();
		user.press('n');
		expect(user.messages.at(-1)).toContain('select a service, not a project');
	});

	test('V asks which volumes would go', () => {
		const {user, runs} = begin();
		user.press('V');
		expect(user.asked).toEqual(['volumes of shop']);
		expect(runs).toEqual([]);
	});

	test('v shows the rendered files', () => {
		const {user} = begin();
		user.press('v');
		expect(user.asked).toEqual(['config shop']);
	});
});

describe('on a service', () => {
	const onApi = (policy = usualPolicy) => {
		const all = begin(known, policy);
		all.user.press('down');
		return all;
	};

	test('it is only about that', () => {
		const {user, runs, yes} = onApi();
		user.press('u');
		expect(user.question?.title).toBe('Up shop/api?');
		yes();
		expect(runs.map(run => lastWords(run, 3))).toEqual(['up --detach api']);
	});

	test('it is scaled to what is typed, once that is a number', () => {
		const {user, runs, yes} = onApi();
		user.press('n', 'x', 'enter');
		expect(user.state.frame.overlays.at(-1)).toMatchObject({problem: 'a number from 0 to 100'});
		user.press('ctrl+u', '3', 'enter');
		expect(user.question?.title).toBe('Scale shop/api?');
		expect(user.question?.lines).toContain('It will have 3 replicas.');
		yes();
		expect(runs.map(run => lastWords(run, 2))).toEqual(['--scale=api=3 api']);
	});

	test('a command to run once is parted into words without a shell', () => {
		const {user, runs, yes} = onApi();
		user.press('o', ...[..."echo '$(x); y' z"].map(letter => (letter === ' ' ? 'space' : letter)));
		user.press('enter');
		yes();
		expect(runs[0]?.argv.slice(-4)).toEqual(['api', 'echo', '$(x); y', 'z']);
		expect(runs[0]?.show).toBe('output');
	});

	test('a command to run once on this terminal is given it, and without one the service decides', () => {
		const {user, runs, yes} = onApi();
		user.press('O');
		user.type('sh -l');
		user.press('enter');
		expect(user.question?.title).toBe('Run once in shop/api?');
		expect(user.question?.lines.join()).toContain('on this terminal');
		yes();
		expect(runs[0]).toMatchObject({show: 'terminal', directory: '/srv/shop'});
		const name = runs[0]?.oneOff ?? '';
		expect(name).toMatch(/^shop-api-run-[\da-z]{8}$/);
		expect(runs[0]?.argv.slice(-5)).toEqual(['--rm', `--name=${name}`, 'api', 'sh', '-l']);
		user.press('O', 'enter');
		yes();
		expect(runs[1]?.argv.slice(-3)).toEqual(['--rm', `--name=${runs[1]?.oneOff}`, 'api']);
	});

	test('a run on this terminal wants the name where a shell does, one without does not', () => {
		const {user, runs, yes} = onApi({confirm: {shell: 'name'}, protected: []});
		user.press('O', 'enter');
		expect(user.state.frame.overlays).toMatchObject([{kind: 'confirm-name', expected: 'shop'}]);
		yes();
		expect(runs).toEqual([]);
		user.press('escape', 'o', 'enter');
		expect(user.state.frame.overlays).toMatchObject([{kind: 'confirm'}]);
	});

	test('an open quote stays to be corrected, Esc does nothing', () => {
		const {user, runs} = onApi();
		user.press('o', "'", 'enter');
		expect(user.state.frame.overlays.at(-1)).toMatchObject({problem: 'a quote is open'});
		user.press('escape');
		expect([user.state.frame.overlays, runs]).toEqual([[], []]);
	});
});

test.each([
	[[], 'Compose is still being looked for'],
	[
		[{type: 'compose/tool-found', tool: {problem: 'none is installed'}}] as const,
		'none is installed',
	],
	[
		[
			...known,
			{type: 'compose/placed', project: 'shop', place: {problem: '/srv is not there'}},
		] as const,
		'/srv is not there',
	],
	[
		[...known, {type: 'program/started', name: 'up shop', text: '', atMillis: 0}] as const,
		'up shop is still running',
	],
] as const)('why it cannot be done is told (%#)', (actions, reason) => {
	const {user, runs} = begin([...actions]);
	user.press('u');
	expect(user.messages.at(-1)).toContain(reason);
	expect([user.question, runs]).toEqual([undefined, []]);
});
