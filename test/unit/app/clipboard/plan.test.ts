import {expect, test} from 'vitest';
import {planCopy} from '../../../../source/app/clipboard/plan.ts';

const tools = (env: Record<string, string>, platform = 'linux'): readonly string[] =>
	planCopy(env, platform).programs.map(([file]) => file);

test.each([
	[{}, 'linux', []],
	[{DISPLAY: ':0'}, 'linux', ['xclip', 'xsel']],
	[{WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0'}, 'linux', ['wl-copy', 'xclip', 'xsel']],
	[{}, 'darwin', ['pbcopy']],
	[{WSL_DISTRO_NAME: 'Debian'}, 'linux', ['clip.exe']],
] as const)('%j on %s', (env, platform, expected) => {
	expect(tools(env, platform)).toEqual(expected);
	expect(planCopy(env, platform).terminal).toBe('plain');
});

test('over ssh only the terminal reaches the clipboard of the user', () => {
	expect(tools({DISPLAY: ':10', SSH_CONNECTION: '::1 1 ::1 22'})).toEqual([]);
	expect(tools({SSH_TTY: '/dev/pts/1'}, 'darwin')).toEqual([]);
});

test('tmux takes it, and hands it on itself', () => {
	const plan = planCopy({TMUX: '/tmp/tmux-0/default,1,0', SSH_TTY: '/dev/pts/1'}, 'linux');
	expect(plan.terminal).toBe('otherwise');
	expect(plan.programs[0]).toEqual(['tmux', 'load-buffer', '-w', '-']);
});

test('screen passes it on in a wrapping', () => {
	expect(planCopy({STY: '1.tty'}, 'linux').terminal).toBe('screen');
});
