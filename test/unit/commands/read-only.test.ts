import {expect, test} from 'vitest';
import {bindKeys} from '../../../source/app/bind-keys.ts';
import {commandTable} from '../../../source/commands/command-table.ts';
import {mergeLayers} from '../../../source/config/layers.ts';
import {readSettings} from '../../../source/config/read-settings.ts';
import {ofProject} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const own = 'commands:\n- {name: top, key: T, command: [docker, top, "{{name}}"]}\n';

const bound = (yaml: string) =>
	bindKeys(mergeLayers([{origin: '/x/config.yaml', ...readSettings(yaml)}]));

const writing = commandTable.filter(({writes}) => writes).map(({id}) => id);

test('what writes is told in the table', () => {
	expect(writing).toEqual(
		expect.arrayContaining(['container.shell', 'container.restart', 'container.start-stop']),
	);
});

test('read-only, none of it is there, and nothing that a user has made', () => {
	const {keymap} = bound(`readOnly: true\n${own}`);
	const ids = keymap.commands.map(({id}) => id);
	expect(ids.filter(id => writing.includes(id) || id.startsWith('custom.'))).toEqual([]);
	expect(ids).toHaveLength(commandTable.length - writing.length);
	expect(bound(own).keymap.byId.has('custom.top')).toBe(true);
});

test('a key given to what is not there is no mistake', () => {
	expect(
		bound(`readOnly: true\nkeys: {container.restart: W, custom.top: z}\n${own}`).problems,
	).toEqual([]);
});

test('the keys do nothing, and no question is asked', () => {
	const user = new User({
		keymap: bound('readOnly: true\n').keymap,
		containers: [ofProject('shop', 'web')],
	});
	for (const chord of ['r', 's', 'e', 'x', 'p']) user.press(chord);
	expect(user.question).toBeUndefined();
	user.wait(1000);
	user.press('y');
	expect(user.asked).toEqual([]);
});
