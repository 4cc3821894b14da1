import {describe, expect, test} from 'vitest';
import {
	downVolumesQuestion,
	type FoundVolumes,
} from '../../../../source/commands/act/down-volumes.ts';
import type {Mount} from '../../../../source/model/container.ts';
import type {ProgramRequest} from '../../../../source/model/user-command.ts';
import type {Action} from '../../../../source/store/action.ts';
import {ofProject, startMillis} from '../../../helpers/builders.ts';
import {aPlace, aService, composed, legacyTool} from '../../../helpers/compose.ts';
import {User} from '../../../helpers/user.ts';

const volume = (source: string): Mount => ({
	...{type: 'volume', source, destination: `/${source}`, writable: true},
});
const nameless = 'c'.repeat(64);

const mounts = [volume('shop_data'), volume('archive'), volume(nameless)];
const db = composed('db', {}, {mounts: [...mounts, {...volume('/srv'), type: 'bind'}]});

const read: Action = {
	...{type: 'compose/read', project: 'shop', services: [], atMillis: startMillis},
	volumes: ['shop_cache', 'shop_data', 'shop_gone'].map(name => ({name})),
};

const begin = (found: FoundVolumes, containers = [db], actions: readonly Action[] = [read]) => {
	const runs: ProgramRequest[] = [];
	const user = new User({containers, effects: {runProgram: request => void runs.push(request)}});
	user.dispatch({type: 'compose/tool-found', tool: legacyTool});
	user.dispatch({type: 'compose/placed', project: 'shop', place: aPlace()});
	for (const action of actions) user.dispatch(action);
	user.open('compose');
	const overlay = downVolumesQuestion(user.state, 'shop', found, startMillis);
	if ('problem' in overlay || overlay.kind !== 'confirm-name') throw new Error('nothing is asked');
	user.dispatch({type: 'overlay/opened', overlay});
	return {user, runs, confirm: overlay.confirm};
};

const sizes = [
	{name: 'shop_data', bytes: 3 * 1024 ** 2},
	{name: nameless, bytes: 512},
	{name: 'archive', bytes: 7},
];

const names = ['archive', 'others', 'shop_cache', 'shop_data'];

test('names what is deleted with its size, and what is kept', () => {
	const {confirm} = begin({names, sizes});
	expect(confirm.title).toBe('Down project shop, and delete its volumes?');
	expect(confirm.named).toBe(3);
	expect(confirm.lines).toEqual([
		'shop_cache  size not known',
		'shop_data  3.0 MB',
		'1 without a name  512 B',
		'These 3 volumes are deleted, with all that is in them: nothing brings that back.',
		'Kept: archive, which its files do not declare, or call external.',
		'External volumes are never deleted.',
		'File: /srv/shop/docker-compose.yml',
		'Stops and removes all of its containers and networks.',
		expect.stringMatching(/^Runs: docker-compose .* down --volumes$/),
	]);
});

describe('a volume of services with a profile', () => {
	const tools = aService('tools', {profiles: ['tools']});
	const profiled: Action = {
		...{type: 'compose/read', project: 'shop', services: [tools], atMillis: startMillis},
		volumes: [{name: 'shop_data'}, {name: 'shop_cache', profiles: ['tools']}],
	};

	test('is kept while none of them is there, as Compose 2 does', () => {
		const {confirm} = begin({names, sizes}, [db], [profiled]);
		expect(confirm.lines.slice(0, 4)).toEqual([
			'shop_data  3.0 MB',
			'1 without a name  512 B',
			'These 2 volumes are deleted, with all that is in them: nothing brings that back.',
			'Kept: archive, which its files do not declare, or call external.',
		]);
		expect(confirm.lines).toContain(
			'Kept, unless COMPOSE_PROFILES names their profile: shop_cache.',
		);
	});

	test('goes with one that is there', () => {
		const {confirm} = begin({names, sizes}, [db, composed('tools')], [profiled]);
		expect(confirm.lines[0]).toBe('shop_cache  size not known');
		expect(confirm.lines.join()).not.toContain('COMPOSE_PROFILES');
		expect(confirm.lines.at(-1)).toMatch(/--profile=tools down --volumes$/);
	});
});

test.each<readonly [readonly Action[]]>([
	[[]],
	[[read, {type: 'compose/requested', project: 'shop'}]],
	[[read, {type: 'compose/failed', project: 'shop', problem: 'no'}]],
])('of files that were not read nothing is said to be kept (%#)', actions => {
	const {confirm} = begin({names, sizes}, [db], actions);
	expect(confirm.lines.slice(0, 4)).toEqual([
		'1 without a name  512 B',
		'Deleted are all volumes that its files declare and do not call external, and those without a name, with all that is in them: nothing brings that back.',
		'Its files have not been read, so they cannot be named.',
		'Its containers have: archive and shop_data.',
	]);
	expect(confirm.lines.join()).not.toContain('Kept');
});

test('a project without any says so', () => {
	const {confirm} = begin({names: [], sizes: []}, [composed('api')]);
	expect(confirm.named).toBe(0);
	expect(confirm.lines[0]).toBe('None of the volumes that its files declare exists.');
});

test('is done only when the name of the project is typed', () => {
	const {user, runs} = begin({names: ['shop_data'], sizes: []});
	user.wait(1000);
	user.press('y', 'enter');
	expect(runs).toEqual([]);
	user.press('ctrl+u');
	user.type('shop');
	user.wait(1000);
	user.press('enter');
	expect(runs[0]?.argv.slice(-2)).toEqual(['down', '--volumes']);
	expect(runs).toHaveLength(1);
});

test('why Compose cannot be run is told', () => {
	const user = new User({containers: [db]});
	expect(downVolumesQuestion(user.state, 'shop', {names: [], sizes: []}, startMillis)).toEqual({
		problem: 'Compose is still being looked for',
	});
});

test('profiles in use go along, also where the cursor has moved to another project', () => {
	const services = [aService('db', {profiles: ['data']})];
	const user = new User({containers: [db, ofProject('another', 'x')]});
	user.dispatch({type: 'compose/tool-found', tool: legacyTool});
	user.dispatch({type: 'compose/placed', project: 'shop', place: aPlace()});
	user.dispatch({type: 'compose/read', project: 'shop', services, atMillis: startMillis});
	user.open('compose');
	const overlay = downVolumesQuestion(user.state, 'shop', {names, sizes}, startMillis);
	if ('problem' in overlay || overlay.kind !== 'confirm-name') throw new Error('nothing is asked');
	expect(overlay.confirm.lines.at(-1)).toMatch(/--profile=data down --volumes$/);
});
