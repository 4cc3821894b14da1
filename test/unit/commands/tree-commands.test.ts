import {describe, expect, test} from 'vitest';
import {comparison} from '../../../source/store/detail/select-comparison.ts';
import {foldRows} from '../../../source/store/detail/select-folds.ts';
import {anInspect, changesOf, load, lookingAt} from '../../helpers/detail-scene.ts';
import type {User} from '../../helpers/user.ts';

const paths = (user: User): string[] => foldRows(user.state).map(({path}) => path);
const cursor = (user: User): string | undefined => {
	const {tab} = user.state.frame;
	return paths(user)[user.state.detail.places[tab]?.item ?? 0];
};

const inConfig = (): User => {
	const user = lookingAt('config');
	load(user, 'document', anInspect());
	return user;
};

describe('the inspect', () => {
	test('Space unfolds and folds what the cursor is on', () => {
		const user = inConfig();
		expect(paths(user)).toEqual(['Id', 'Args', 'HostConfig', 'Config']);
		user.press('j', 'space');
		expect(paths(user)).toEqual(['Id', 'Args', 'Args[0]', 'Args[1]', 'HostConfig', 'Config']);
		user.press('enter');
		expect(paths(user)).toHaveLength(4);
		expect(user.state.frame.zoomed).toBe(false);
	});

	test('Enter on a single value zooms, for there is nothing to unfold', () => {
		const user = inConfig();
		user.press('enter');
		expect(user.state.frame.zoomed).toBe(true);
	});

	test('right goes in, left goes out, and folds', () => {
		const user = inConfig();
		user.press('j', 'j', 'right', 'right');
		expect(cursor(user)).toBe('HostConfig.Memory');
		user.press('j', 'right', 'right');
		expect(cursor(user)).toBe('HostConfig.RestartPolicy.Name');
		user.press('left');
		expect(cursor(user)).toBe('HostConfig.RestartPolicy');
		user.press('left', 'left', 'left');
		expect([cursor(user), paths(user).length]).toEqual(['HostConfig', 4]);
	});

	test('+ unfolds all and folds all; the cursor stays with what it was on', () => {
		const user = inConfig();
		user.press('G', '+');
		expect(paths(user)).toHaveLength(15);
		expect(cursor(user)).toBe('Config');
		user.press('G');
		expect(cursor(user)).toBe('Config.Labels["com.example.team"]');
		user.press('+');
		expect([cursor(user), paths(user).length]).toEqual(['Config', 4]);
	});

	test('what is looked for is unfolded, and only as long as it is looked for', () => {
		const user = inConfig();
		user.press('/', ...'team');
		expect(paths(user)).toContain('Config.Labels["com.example.team"]');
		expect(paths(user)).not.toContain('HostConfig.Memory');
		expect(cursor(user)).toBe('Config.Labels["com.example.team"]');
		user.press('enter', 'left', 'left');
		expect(paths(user)).not.toContain('Config.Labels["com.example.team"]');
		user.press('escape');
		expect(paths(user)).toHaveLength(4);
	});

	test('a secret cannot be found by its value', () => {
		const user = inConfig();
		user.press('/', ...'abcdef');
		expect(paths(user)).toHaveLength(4);
	});

	test('how it is folded outlives the selection', () => {
		const user = inConfig();
		user.press('j', 'space', 'escape', 'j', 'tab');
		load(user, 'document', anInspect());
		expect(user.state.trees.folds.config.turned).toEqual(new Set(['Args']));
	});

	test('y copies a value, v shows it where it is a secret', () => {
		const user = inConfig();
		user.press('G', '+', 'G', 'k', 'k');
		expect(cursor(user)).toBe('Config.Env[1]');
		user.press('y');
		expect(user.asked.join()).toContain('API_TOKEN');
		user.press('v');
		expect(user.state.detail.revealed?.name).toBe('Config.Env[1]');
		user.press('v');
		expect(user.state.detail.revealed).toBeUndefined();
		user.press('k', 'v');
		expect(user.messages.at(-1)).toContain('holds no secret');
	});
});

describe('a comparison', () => {
	const compare = (user: User): void => {
		user.press('d', 'enter');
		load(user, 'other', anInspect({Id: 'other', Args: ['-w', '8']}));
	};

	test('d and Enter compare with the image; Esc ends it', () => {
		const user = inConfig();
		compare(user);
		expect(user.state.trees.against).toEqual({kind: 'image'});
		user.press('escape');
		expect(user.state.trees.against).toBeUndefined();
		expect(paths(user)).toHaveLength(4);
	});

	test('another container is chosen from the list', () => {
		const user = inConfig();
		user.press('d', 'j', 'enter');
		expect(user.state.trees.against).toMatchObject({kind: 'container'});
		expect(user.state.detail.data.other).toEqual({status: 'idle'});
		load(user, 'other', anInspect({Id: 'other', Args: ['-w', '8']}));
		expect(comparison(user.state)?.counts).toEqual({shown: 2, hidden: 1});
		expect(paths(user)).toEqual(['Args', 'Args[1]', 'Args[1]']);
	});

	test('has no single value to be copied or shown, which is said', () => {
		const user = inConfig();
		compare(user);
		for (const key of ['y', 'v']) {
			user.press(key);
			expect(user.messages.at(-1)).toContain('not in a comparison; Esc ends it');
		}
		expect(user.asked).toEqual([]);
	});

	test('a shows also what always differs', () => {
		const user = inConfig();
		user.press('d', 'j', 'enter');
		load(user, 'other', anInspect({Id: 'other'}));
		expect(paths(user)).toEqual([]);
		user.press('a');
		expect(paths(user)).toEqual(['Id']);
	});
});

test('folders of changed files fold in the same way', () => {
	const user = lookingAt('changes');
	load(user, 'changes', changesOf('/etc/one', '/etc/two', '/made'));
	expect(paths(user)).toEqual(['/etc', '/made']);
	user.press('space');
	expect(paths(user)).toEqual(['/etc', '/etc/one', '/etc/two', '/made']);
	user.press('+');
	expect(paths(user)).toEqual(['/etc', '/made']);
	user.press('/', ...'two');
	expect(paths(user)).toEqual(['/etc', '/etc/one', '/etc/two', '/made']);
});

test('o shows processes flat, and again as a tree', () => {
	const user = lookingAt('processes');
	user.press('o');
	expect(user.state.trees.isFlat).toBe(true);
	user.press('o');
	expect(user.state.trees.isFlat).toBe(false);
});
