import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import process from 'node:process';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createTakeAway} from '../../../source/app/take-away.ts';
import {commandTable} from '../../../source/commands/command-table.ts';
import {createKeymap} from '../../../source/commands/keymap.ts';
import {until} from '../../helpers/until.ts';
import {User} from '../../helpers/user.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(`${tmpdir()}/dockmon-take-`);
	vi.spyOn(process, 'cwd').mockReturnValue(folder);
	for (const name of ['TMUX', 'STY', 'DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME']) {
		vi.stubEnv(name, '');
	}
	vi.stubEnv('SSH_TTY', '/dev/pts/1');
});
afterEach(async () => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	await rm(folder, {recursive: true, force: true});
});

const begin = () => {
	const user = new User();
	const written: string[] = [];
	const write = (sequence: string): void => void written.push(sequence);
	const takeAway = createTakeAway({
		store: user.store,
		now: () => 0,
		keymap: createKeymap(commandTable),
		write,
	});
	return {user, written, takeAway, said: () => until(() => user.messages.length > 0, 'a message')};
};

test('what is copied goes to the terminal, and that is said', async () => {
	const {user, written, takeAway, said} = begin();
	takeAway.copy('text', '1 line');
	await said();
	expect(written).toEqual(['\u001B]52;c;dGV4dA==\u0007']);
	expect(user.messages).toEqual(['success: copied 1 line (sent to the terminal)']);
});

test('what no clipboard takes is said to be too long', async () => {
	const {user, written, takeAway, said} = begin();
	takeAway.copy('x'.repeat(100_000), '9 lines');
	await said();
	expect(written).toEqual([]);
	expect(user.messages[0]).toMatch(/^error: 9 lines are too long .* Ctrl\+S/);
});

test('what is saved is in a file, and its path is said', async () => {
	const {user, takeAway, said} = begin();
	takeAway.save({subject: 'api', extension: 'log', lines: ['one', 'two']});
	await said();
	const [file] = await readdir(folder);
	expect(user.messages).toEqual([`success: saved 2 lines to ${folder}/${file}`]);
});

test('why it was not saved is said', async () => {
	const {user, takeAway, said} = begin();
	await rm(folder, {recursive: true});
	takeAway.save({subject: 'api', extension: 'log', lines: []});
	await said();
	expect(user.messages[0]).toMatch(/^error: not saved: ENOENT/);
});

test('what is copied can be pasted: it neither ends the paste nor presses a key', async () => {
	const {written, takeAway, said} = begin();
	takeAway.copy('one\r\ntwo\tthree\u001B[201~\u0003\u009b2J\rrm', 'it');
	await said();
	const [, base64 = ''] = /52;c;(.*)\u0007$/.exec(written[0] ?? '') ?? [];
	expect(Buffer.from(base64, 'base64').toString()).toBe('one\ntwo\tthree␛[201~␃<U+009B>2J␍rm');
});
