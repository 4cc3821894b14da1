import {describe, expect, test} from 'vitest';
import {endError, type SshEnd} from '../../../../source/engine/ssh/ssh-errors.ts';

const end: SshEnd = {
	url: 'ssh://ann@web-1:2222',
	address: {user: 'ann', host: 'web-1', port: 2222, remoteSocket: '/var/run/docker.sock'},
	code: 255,
	said: '',
	hasAgent: true,
};

const changed = `@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
Offending ED25519 key in /home/ann/.ssh/known_hosts:1
Host key for [web-1]:2222 has changed and you have requested strict checking.
Host key verification failed.`;

describe('the words of OpenSSH', () => {
	test.each([
		[changed, 'permission', /not the one that is known/, /ssh-keygen -R '\[web-1\]:2222'/],
		['Host key verification failed.', 'permission', /not known/, /ssh -p 2222 ann@web-1/],
		[
			'No ED25519 host key is known for web-1 and you have requested strict checking.\r\nHost key verification failed.\r\n',
			'permission',
			/not known/,
			/fingerprint/,
		],
		[
			'ann@web-1: Permission denied (publickey,password).',
			'permission',
			/refuses the login: ann@web-1: Permission denied \(publickey,password\)$/,
			/ssh-add/,
		],
		[
			'Load key "/home/ann/.ssh/id_rsa": bad permissions\nann@web-1: Permission denied (publickey).',
			'permission',
			/id_rsa": bad permissions$/,
			/ssh-add/,
		],
		[
			'Received disconnect from 10.0.0.5 port 22:2: Too many authentication failures\r\nDisconnected from 10.0.0.5 port 22',
			'permission',
			/too many keys/,
			/IdentitiesOnly/,
		],
		[
			'ssh: Could not resolve hostname web-1: Name or service not known',
			'unreachable',
			/nobody knows the name web-1/,
			/host name/,
		],
		[
			'ssh: connect to host web-1 port 2222: Connection refused',
			'unreachable',
			/no ssh server listens/,
			/port/,
		],
		[
			'ssh: connect to host web-1 port 2222: Connection timed out',
			'unreachable',
			/Connection timed out/,
			/firewall/,
		],
		[
			'ssh: connect to host web-1 port 2222: No route to host',
			'unreachable',
			/No route to host/,
			/network/,
		],
		[
			'Connection timed out during banner exchange\nConnection to 10.0.0.5 port 22 timed out',
			'unreachable',
			/timed out during banner exchange/,
			/firewall/,
		],
		[
			'kex_exchange_identification: Connection closed by remote host',
			'unreachable',
			/before the login/,
			/ssh server/,
		],
		[
			'Unable to negotiate with 10.0.0.5 port 22: no matching host key type found. Their offer: ssh-rsa',
			'protocol',
			/Their offer: ssh-rsa/,
			/Update/,
		],
		[
			'/home/ann/.ssh/config: line 3: Bad configuration option: nonsense\r\n/home/ann/.ssh/config: terminating, 1 bad configuration options',
			'invalid',
			/configuration: .*1 bad configuration options/,
			/Repair/,
		],
		[
			'bind [127.0.0.1]:8080: Address already in use\nchannel_setup_fwd_listener_tcpip: cannot listen to port: 8080\nCould not request local forwarding.',
			'unreachable',
			/cannot listen on this machine/,
			/LocalForward/,
		],
		[
			'Connection to web-1 closed by remote host.\r\n',
			'unreachable',
			/^The ssh connection broke: Connection to web-1 closed by remote host$/,
			/tries again/,
		],
		['Timeout, server web-1 not responding.', 'unreachable', /not responding/, /tries again/],
		['client_loop: send disconnect: Broken pipe', 'unreachable', /Broken pipe/, /tries again/],
		['A banner.\n\nsomething new', 'unreachable', /ended: something new$/, /ssh -p 2222 ann@web-1/],
		['', 'unreachable', /without a word, code 255/, /ssh -p 2222 ann@web-1/],
	])('%j', (said, kind, message, hint) => {
		const error = endError({...end, said});
		expect(error).toMatchObject({
			kind,
			message: expect.stringMatching(message),
			hint: expect.stringMatching(hint),
		});
		expect(error.message).not.toContain('\n');
	});
});

test('a shell that found no ssh says so with 127', () => {
	const said = 'dockmon-ssh: 8: ssh: not found';
	expect(endError({...end, code: 127, said})).toMatchObject({
		kind: 'unsupported',
		hint: expect.stringContaining('openssh-client'),
	});
});

test('who has no agent is told to start one', () => {
	const said = 'ann@web-1: Permission denied (publickey).';
	expect(endError({...end, said, hasAgent: false}).hint).toContain('start an agent');
});

test('what only a human can change is not tried again so soon that a server locks the user out', () => {
	const refused = endError({...end, said: 'ann@web-1: Permission denied (publickey).'});
	expect(refused.retryAfterMillis).toBeGreaterThanOrEqual(120_000);
	const broken = endError({...end, said: 'Connection to web-1 closed by remote host.'});
	expect(broken.retryAfterMillis).toBeUndefined();
});
