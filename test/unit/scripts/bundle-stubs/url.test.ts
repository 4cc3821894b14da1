import legacy from 'node:url';
import {expect, test} from 'vitest';
import {parse, resolve} from '../../../../scripts/bundle-stubs/url.ts';

test.each([
	'http://localhost:2375/v1.41/containers/json?all=true',
	'https://user@docker.example:2376/',
	'http://[::1]:2375/_ping',
	'http://docker.example/prefix/',
	'docker.example',
	'10.0.0.7',
	'/v1.41/_ping?',
])('reads %s as node:url does', address => {
	const {protocol, hostname, port, pathname, path} = legacy.parse(address);
	const own = parse(address);
	expect(own.protocol).toBe(protocol);
	expect(own.hostname || null).toBe(hostname || null);
	expect(own.port).toBe(port);
	if (hostname) expect({pathname: own.pathname, path: own.path}).toEqual({pathname, path});
});

test('joins an address and a path as node:url does', () => {
	const base = 'http://localhost:2375/prefix';
	const target = '/v1.41/containers/json?all=true';
	expect(resolve(base, target)).toBe(legacy.resolve(base, target));
});

test('leaves a path alone that has no address to join', () => {
	expect(resolve('ssh:host', '/_ping')).toBe('/_ping');
});
