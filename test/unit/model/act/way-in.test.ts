import {expect, test} from 'vitest';
import {debugCommand, execCommand, isRootUser} from '../../../../source/model/act/way-in.ts';

test.each([
	[undefined, false],
	['root', true],
	['0', true],
	['0:0', true],
	['root:adm', true],
	['00', true],
	['+0', true],
	['-0:adm', true],
	['+1000', false],
	['rooty', false],
	['1000', false],
	['1000:0', false],
])('user %j is root: %s', (user, isRoot) => {
	expect(isRootUser(user)).toBe(isRoot);
});

const id = 'a'.repeat(64);

test('what the docker CLI would be given', () => {
	expect(execCommand(id, {}).join(' ')).toBe('docker exec -it aaaaaaaaaaaa sh');
	expect(
		execCommand(id, {
			...{argv: ['rails', 'console'], user: '1000', workingDirectory: '/srv', env: ['A=1']},
		}).join(' '),
	).toBe('docker exec -it -u 1000 -w /srv -e A=1 aaaaaaaaaaaa rails console');
	expect(debugCommand(id, 'busybox').join(' ')).toBe(
		'docker run --rm -it --pid=container:aaaaaaaaaaaa --network=container:aaaaaaaaaaaa --cap-add=SYS_PTRACE --entrypoint=sh busybox',
	);
});
