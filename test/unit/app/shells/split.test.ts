import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type SplitPorts, splitArguments} from '../../../../source/app/shells/split.ts';
import type {SplitRequest} from '../../../../source/model/shell-request.ts';
import type {EndpointState} from '../../../../source/store/connection.ts';
import {refOf} from '../../../helpers/builders.ts';

const target = {ref: refOf('api'), title: '$(touch x);--help'};
const unix: EndpointState = {url: 'unix:///run/docker.sock', source: '--host', isDemo: false};
const shell: SplitRequest = {target, what: 'shell', where: 'pane'};

const words = (ports: Partial<SplitPorts>, request = shell): readonly string[] =>
	splitArguments(request, {
		endpoint: unix,
		env: {},
		program: ['/usr/bin/node', '/opt/dock mon/cli.js'],
		...ports,
	});

/** What is set for the pane. */
const variables = (given: readonly string[]): readonly string[] =>
	given.filter((_, place) => given[place - 1] === '-e');

const none = [
	...['-e', 'DOCKER_CONFIG=', '-e', 'SSH_AUTH_SOCK='],
	...['-e', 'DOCKER_TLS=', '-e', 'DOCKER_TLS_VERIFY=', '-e', 'DOCKER_CERT_PATH='],
];

test('tmux gets words and the full id, never a name or one text for a shell', () => {
	expect(words({})).toEqual([
		...['split-window', '-h', ...none, '/usr/bin/node', '/opt/dock mon/cli.js'],
		...['shell', '--hold', '--yes', '--host=unix:///run/docker.sock', target.ref.id],
	]);
	expect(words({}, {target, what: 'logs', where: 'window'})).toEqual([
		...['new-window', '-n', 'logs', ...none, '/usr/bin/node', '/opt/dock mon/cli.js'],
		...['logs', '--follow', '--host=unix:///run/docker.sock', target.ref.id],
	]);
});

test('a shell asks by the configuration of this session; a log has no such option', () => {
	const config = 'own config.yaml';
	expect(words({config})).toContain(`--config=${path.resolve(config)}`);
	expect(words({config}, {target, what: 'logs', where: 'pane'}).join(' ')).not.toContain('config');
	expect(words({}).join(' ')).not.toContain('--config');
});

describe('the engine of this session', () => {
	const tls = {DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs'};

	test('behind TLS by the environment keeps its certificates, and what is no business of it stays here', () => {
		const endpoint: EndpointState = {
			...{url: 'tcp://far:2376', source: 'DOCKER_HOST', isDemo: false},
		};
		const given = words({endpoint, env: {...tls, SECRET: 'x', PATH: '/bin'}});
		expect(given).toContain('--host=tcp://far:2376');
		expect(variables(given)).toEqual([
			...['PATH=/bin', 'DOCKER_CONFIG=', 'SSH_AUTH_SOCK=', 'DOCKER_TLS='],
			...['DOCKER_TLS_VERIFY=1', 'DOCKER_CERT_PATH=/certs'],
		]);
	});

	test('of a context is named by it, whose certificates no others may replace', () => {
		const endpoint: EndpointState = {
			...{url: 'tcp://far:2376', source: 'current context', context: 'far', isDemo: false},
		};
		const given = words({endpoint, env: {...tls, DOCKER_CONFIG: '/conf'}});
		expect(given).toContain('--context=far');
		expect(given.join(' ')).not.toContain('tcp://far');
		expect(variables(given)).toEqual([
			...['DOCKER_CONFIG=/conf', 'SSH_AUTH_SOCK=', 'DOCKER_TLS='],
			...['DOCKER_TLS_VERIFY=', 'DOCKER_CERT_PATH='],
		]);
	});

	test('of the context `default` is that of the socket that was found', () => {
		const endpoint: EndpointState = {...unix, source: 'default socket', context: 'default'};
		const given = words({endpoint, env: tls});
		expect(given).toContain('--host=unix:///run/docker.sock');
		expect(variables(given)).toContain('DOCKER_CERT_PATH=');
	});

	test('over ssh has the agent of this session', () => {
		const endpoint: EndpointState = {...unix, url: 'ssh://ann@web-1'};
		const given = words({endpoint, env: {SSH_AUTH_SOCK: '/tmp/agent'}});
		expect(given).toContain('--host=ssh://ann@web-1');
		expect(variables(given)).toContain('SSH_AUTH_SOCK=/tmp/agent');
	});

	test('is found from another directory too', () => {
		const given = words({env: {DOCKER_CERT_PATH: 'certs', DOCKER_TLS: '1'}});
		expect(variables(given)).toContain(`DOCKER_CERT_PATH=${path.resolve('certs')}`);
	});

	test('whose name ends with a semicolon does not end the command', () => {
		const endpoint: EndpointState = {...unix, source: '--context', context: 'odd;'};
		expect(words({endpoint})).toContain('--context=odd\\;');
	});
});
