import {expect, test} from 'vitest';
import {
	commandArguments,
	loginCommand,
	tunnelArguments,
} from '../../../../source/engine/ssh/ssh-arguments.ts';

const far = {user: 'ann', host: 'web-1', port: 2222, remoteSocket: '/run/docker.sock'};

test('a tunnel asks nothing, runs nothing, and is shared with nobody', () => {
	expect(tunnelArguments(far, '/tmp/x/engine.sock', {isOld: false}).join(' ')).toBe(
		'-NT -o BatchMode=yes -o ControlMaster=no -o ControlPath=none -o ConnectTimeout=10 ' +
			'-o ServerAliveInterval=5 -o ServerAliveCountMax=2 -o LogLevel=INFO ' +
			'-o ForkAfterAuthentication=no -o ExitOnForwardFailure=yes -o StreamLocalBindUnlink=yes -o StreamLocalBindMask=0177 ' +
			'-L /tmp/x/engine.sock:/run/docker.sock -l ann -p 2222 -- web-1',
	);
});

test('what the address leaves open is left to the configuration of ssh', () => {
	const {host, remoteSocket} = far;
	const argv = tunnelArguments({host, remoteSocket}, '/tmp/x/engine.sock', {isOld: true});
	expect(argv.slice(-2)).toEqual(['--', 'web-1']);
	expect(argv).not.toContain('ForkAfterAuthentication=no');
	expect(argv).not.toContain('-l');
	expect(argv).not.toContain('-p');
	expect(loginCommand({host, remoteSocket})).toBe('ssh web-1');
	expect(loginCommand(far)).toBe('ssh -p 2222 ann@web-1');
});

test('a command is one argument behind the host', () => {
	const argv = commandArguments(far, 'test -e /run/docker.sock');
	expect(argv.slice(-3)).toEqual(['--', 'web-1', 'test -e /run/docker.sock']);
	expect(argv).toContain('ClearAllForwardings=yes');
});
