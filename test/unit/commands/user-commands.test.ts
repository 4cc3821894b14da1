import {expect, test} from 'vitest';
import {bindKeys} from '../../../source/app/bind-keys.ts';
import {keyGroups} from '../../../source/commands/keymap-docs.ts';
import {keyConflicts} from '../../../source/commands/resolve-key.ts';
import {mergeLayers} from '../../../source/config/layers.ts';
import {readSettings} from '../../../source/config/read-settings.ts';
import {aContainer, keyOf, ofProject} from '../../helpers/builders.ts';
import {User, type UserOptions} from '../../helpers/user.ts';

const bound = (yaml: string) =>
	bindKeys(mergeLayers([{origin: '/x/config.yaml', ...readSettings(yaml)}]));

const deploy = `commands:
- {name: deploy, key: ctrl+d, command: [make, "{{project}}"], scope: project, confirm: true}
- {name: top, key: T, command: [docker, top, "{{name}}"]}
- {name: bye, key: B, command: [x, "{{ip}}"], show: message}
`;

const begin = (options: UserOptions = {}): User =>
	new User({
		keymap: bound(deploy).keymap,
		containers: [ofProject('shop', 'web'), aContainer('loose')],
		...options,
	});

test('a key runs it with the values of the selection', () => {
	const user = begin();
	user.press('g', 'j', 'T');
	expect(user.asked).toEqual(['run docker|top|shop-web-1']);
});

test('it is asked before, and Enter is no answer', () => {
	const user = begin();
	user.press('g', 'ctrl+d');
	expect(user.question).toMatchObject({title: 'deploy?', lines: ['runs: make shop']});
	user.press('enter');
	expect(user.asked).toEqual([]);
	user.press('ctrl+d');
	user.wait(1000);
	user.press('y');
	expect(user.asked).toEqual(['run make|shop']);
});

test.each([
	[['g', 'T'], 'info: top: select a container'],
	[['G', 'ctrl+d'], 'info: deploy: select something of a project'],
	[['G', 'B'], 'error: bye: there is no ip here'],
])('%j is refused with a reason', (keys, message) => {
	const user = begin();
	user.press(...keys);
	expect(user.messages).toEqual([message]);
	expect(user.asked).toEqual([]);
});

test('where the screen does not show what is selected nothing is run', () => {
	const user = begin({isSmall: true});
	user.press('g', 'j', 'T');
	expect(user.asked).toEqual([]);
});

test('one at a time', () => {
	const user = begin();
	user.dispatch({type: 'program/started', name: 'other', text: 'x', atMillis: 0});
	user.press('g', 'j', 'T');
	expect(user.messages).toEqual(['info: top: other is still running; Ctrl+O shows it']);
});

test('the output is shown again, and what runs is cancelled there', () => {
	const user = begin();
	user.press('ctrl+o');
	expect(user.messages).toEqual(['info: Output of the last command of your own: none was run yet']);
	user.dispatch({type: 'program/started', name: 'other', text: 'x', atMillis: 0});
	user.press('ctrl+o', 'x');
	expect(user.asked).toEqual(['cancel']);
	user.press('escape');
	expect(user.state.frame.overlays).toEqual([]);
});

test('they stand in the help, in a group of their own', () => {
	const groups = keyGroups(bound(deploy).keymap.commands);
	const own = groups.find(({title}) => title === 'Your own');
	expect(own?.commands.map(({id}) => id)).toEqual([
		...['custom.deploy', 'custom.top', 'custom.bye', 'program.show'],
	]);
	expect(keyGroups(bound('').keymap.commands).map(({title}) => title)).not.toContain('Your own');
});

test('their keys are bound as all others, and conflicts are told', () => {
	const {keymap, problems} = bound(
		'commands:\n- {name: a, key: r, command: [x]}\n- {name: b, key: F1, command: [x]}\nkeys: {custom.b: ctrl+x}',
	);
	expect(problems.map(({text}) => text)).toEqual([
		'config.yaml line 2: r is taken by custom.a from container.restart, which has no key left',
	]);
	expect(keymap.byId.get('custom.b')?.keys).toEqual(['ctrl+x']);
	expect(keyConflicts(keymap.commands)).toEqual([]);
});

test('nothing is run on a selection that is not on the screen', () => {
	const user = begin();
	user.press('g', 'j', 'l');
	user.dispatch({type: 'selection/moved', row: keyOf('loose'), index: 3});
	user.press('T');
	expect(user.asked).toEqual([]);
	expect(user.messages.at(-1)).toMatch(/^info: top: the selection is loose/);
	user.press('escape', 'T');
	expect(user.asked).toEqual(['run docker|top|loose']);
});
