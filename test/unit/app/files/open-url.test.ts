import {expect, test} from 'vitest';
import {browserFor, openWith} from '../../../../source/app/files/open-url.ts';

test.each([
	[{DISPLAY: ':0'}, 'linux', 'xdg-open'],
	[{WAYLAND_DISPLAY: 'w'}, 'linux', 'xdg-open'],
	[{}, 'linux', undefined],
	[{DISPLAY: ':10', SSH_CONNECTION: 'a b'}, 'linux', undefined],
	[{WSL_DISTRO_NAME: 'Debian'}, 'linux', 'wslview'],
	[{}, 'darwin', 'open'],
])('with %j on %s it is %s', (env, platform, program) => {
	expect(browserFor(env, platform)).toBe(program);
});

test('what is not installed, or fails, did not open it', async () => {
	expect(await openWith('no-such-browser', 'http://127.0.0.1:1/')).toBe(false);
	expect(await openWith('false', 'http://127.0.0.1:1/')).toBe(false);
	expect(await openWith('true', 'http://127.0.0.1:1/')).toBe(true);
});
