import {describe, expect, test} from 'vitest';
import {statusError} from '../../../../source/engine/docker/status-errors.ts';
import type {Endpoint} from '../../../../source/engine/endpoint.ts';

const endpoint: Endpoint = {
	url: 'unix:///var/run/docker.sock',
	source: 'default socket',
	transport: {kind: 'unix', socketPath: '/var/run/docker.sock'},
};

const asked = 'GET /thing';

describe('answers that are no success', () => {
	test.each([
		[400, 'invalid'],
		[401, 'permission'],
		[403, 'permission'],
		[405, 'permission'],
		[404, 'not-found'],
		[409, 'conflict'],
		[500, 'internal'],
		[501, 'unsupported'],
		[503, 'internal'],
		[302, 'protocol'],
		[418, 'protocol'],
	])('%i is %s, in the words of the engine', (status, kind) => {
		expect(
			statusError(status, '{"message":"No such container: x"}\n', endpoint, asked),
		).toMatchObject({
			kind,
			message: 'No such container: x',
		});
	});

	test('a web page is told by its title', () => {
		const page = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
		expect(statusError(502, page, endpoint, asked).message).toBe(
			'HTTP 502, a web page: 502 Bad Gateway',
		);
	});

	test.each([
		'',
		'null',
		'{"message":',
		'{"message":""}',
		'{"message":7}',
		'[]',
		'<!doctype html>',
	])('the body %j still gives a message', body => {
		const error = statusError(500, body, endpoint, asked);
		expect(error.kind).toBe('internal');
		expect(error.message).not.toBe('');
	});

	test('a huge text is cut', () => {
		expect(statusError(500, 'x'.repeat(100_000), endpoint, asked).message.length).toBeLessThan(
			1000,
		);
	});

	test('a version that has nothing in common is explained', () => {
		const body =
			'{"message":"client version 1.51 is too new. Maximum supported API version is 1.41"}';
		expect(statusError(400, body, endpoint, asked)).toMatchObject({
			kind: 'unsupported',
			hint: expect.stringContaining('API version'),
		});
	});

	test('a plain call to a TLS port says so', () => {
		const body = 'Client sent an HTTP request to an HTTPS server.\n';
		expect(statusError(400, body, endpoint, asked)).toMatchObject({
			kind: 'protocol',
			hint: expect.stringContaining('DOCKER_TLS_VERIFY=1'),
		});
	});

	test('an address that the engine does not know is a missing feature', () => {
		expect(statusError(404, '{"message":"page not found"}', endpoint, asked).kind).toBe(
			'unsupported',
		);
	});
});

test('what is forbidden is named as a list of rules would, without an id', () => {
	const id = 'a1'.repeat(32);
	const hint = (path: string) => statusError(403, '', endpoint, `GET ${path}`).hint;
	expect(hint(`/containers/${id}/json`)).toMatch(/this call: GET \/containers\/\{id\}\/json\.$/);
	expect(hint(`/images/sha256%3A${id}/json`)).toMatch(/this call: GET \/images\/\{id\}\/json\.$/);
	expect(statusError(403, '', endpoint, asked).isForbidden).toBe(true);
	expect(statusError(500, '', endpoint, asked).isForbidden).toBe(false);
});

describe('Podman', () => {
	test.each([
		[
			'conflict',
			'container state improper',
			'can only kill running containers. d153e61b is in state exited: container state improper',
		],
		[
			'unsupported',
			'this container is not logging output',
			"this container is using the 'none' log driver, cannot read logs",
		],
		['not-found', 'layer not known', 'ffff not found: layer not known'],
		['internal', 'invalid argument', 'invalid log driver: invalid argument'],
	])('a 500 is %s by its cause', (kind, cause, message) => {
		const body = JSON.stringify({cause, message, response: 500});
		expect(statusError(500, body, endpoint, asked)).toMatchObject({kind, message});
	});

	test('a call that it does not know is not offered', () => {
		expect(statusError(404, 'Not Found\n', endpoint, asked)).toMatchObject({kind: 'unsupported'});
	});
});

test.each([
	['a page without an end', `<html>${'<title'.repeat(1_000_000)}`],
	['a version without an end', 'client version '.repeat(500_000)],
	['a message without an end', JSON.stringify({message: 'x'.repeat(5_000_000)})],
	['a title without an end', `<h1>${'x'.repeat(5_000_000)}</h1>`],
])('%s takes no time, and little of it is told', (_what, body) => {
	for (const status of [400, 502])
		expect(statusError(status, body, endpoint, 'GET /info').message.length).toBeLessThan(600);
});
