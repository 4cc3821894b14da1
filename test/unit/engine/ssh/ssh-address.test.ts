import {describe, expect, test} from 'vitest';
import {parseSshAddress} from '../../../../source/engine/ssh/ssh-address.ts';

const remoteSocket = '/var/run/docker.sock';

describe('addresses', () => {
	test.each([
		['web-1', {host: 'web-1', remoteSocket}],
		['ann@web-1', {user: 'ann', host: 'web-1', remoteSocket}],
		['ann@web-1:2222', {user: 'ann', host: 'web-1', port: 2222, remoteSocket}],
		['ann@corp@web-1', {user: 'ann@corp', host: 'web-1', remoteSocket}],
		['CORP\\ann@web-1', {user: 'CORP\\ann', host: 'web-1', remoteSocket}],
		['[fe80::1%eth0]:22', {host: 'fe80::1%eth0', port: 22, remoteSocket}],
		[
			'10.0.0.5/run/user/1000/docker.sock',
			{host: '10.0.0.5', remoteSocket: '/run/user/1000/docker.sock'},
		],
		[
			'web_1.example/run/podman/podman.sock',
			{host: 'web_1.example', remoteSocket: '/run/podman/podman.sock'},
		],
	])('%s', (rest, address) => {
		expect(parseSshAddress(rest)).toEqual({url: `ssh://${rest}`, address});
	});

	test('a slash at the end means nothing', () => {
		expect(parseSshAddress('web-1/')).toEqual({
			url: 'ssh://web-1',
			address: {host: 'web-1', remoteSocket},
		});
	});
});

describe('what ssh, or a shell in its configuration, would take for something else', () => {
	test.each([
		['', /host/],
		['/run/docker.sock', /host/],
		['ann@', /host/],
		['-oProxyCommand=touch', /host/],
		['ann@-oProxyCommand=touch', /host/],
		['-l@web-1', /user/],
		['@web-1', /user/],
		['ann smith@web-1', /user/],
		['$(id)@web-1', /user/],
		['ann\\@web-1', /user/],
		['web 1', /host/],
		['web\n1', /host/],
		['web\u001B1', /host/],
		['`id`', /host/],
		['a;b', /host/],
		['web-1:', /port/],
		['web-1:0', /port/],
		['web-1:65536', /port/],
		['web-1:22x', /port/],
		['fe80::1', /port/],
		['web-1/a b', /path/],
		['web-1/a:b', /path/],
		['web-1/$HOME', /path/],
		['web-1/%h', /path/],
		["web-1/a'b", /path/],
		['web-1/a?b', /path/],
	])('%j is refused', (rest, reason) => {
		expect(() => parseSshAddress(rest)).toThrow(
			expect.objectContaining({
				kind: 'invalid',
				message: expect.stringMatching(reason),
				hint: expect.stringContaining('ssh://web-1'),
			}),
		);
	});

	test('a password is refused and not repeated', () => {
		expect(() => parseSshAddress('ann:s3cret@web-1')).toThrow(
			expect.objectContaining({message: expect.not.stringContaining('s3cret')}),
		);
	});
});
