import {expect, test} from 'vitest';
import {maskConfig} from '../../../../source/model/compose/mask-config.ts';

test('a list of words covers what the same line of words would', () => {
	const masked = maskConfig({
		healthcheck: {test: ['CMD', 'mysqladmin', 'ping', '-phunter2']},
		'x-passwords': ['hunter2', 'hunter3'],
		command: ['nginx', '-g', 'daemon off;'],
	});
	expect(JSON.stringify(masked)).not.toContain('hunter');
	expect(masked).toMatchObject({command: ['nginx', '-g', 'daemon off;']});
});

test('secrets are covered by name, by shape and behind options; all else stays', () => {
	const config = {
		services: {
			api: {
				command: ['redis-server', '--requirepass', 'hunter2', '--appendonly', 'yes'],
				environment: {
					SECRET_KEY: 'only-a-fixture',
					PIN: 4711,
					DATABASE_URL: 'postgres://u:hunter2@db/x',
					REGION: 'eu',
				},
				build: {args: ['API_TOKEN=hunter2', 'VERSION=3']},
				labels: {note: 'run with --token hunter2'},
				ports: ['8080:80'],
				mem_limit: '64m',
			},
		},
		secrets: {db_password: {file: '/run/pw'}},
	};
	const masked = maskConfig(config);
	expect(JSON.stringify(masked)).not.toMatch(/hunter2|only-a-fixture|4711/);
	expect(masked).toEqual({
		services: {
			api: {
				command: ['redis-server', '--requirepass', '******', '--appendonly', 'yes'],
				environment: {
					SECRET_KEY: '******',
					PIN: '******',
					DATABASE_URL: 'postgres://u:******@db/x',
					REGION: 'eu',
				},
				build: {args: ['API_TOKEN=******', 'VERSION=3']},
				labels: {note: 'run with --token ******'},
				ports: ['8080:80'],
				mem_limit: '64m',
			},
		},
		secrets: {db_password: {file: '/run/pw'}},
	});
});

test.each([undefined, null, true, 5])('%j stays', value => {
	expect(maskConfig(value)).toBe(value);
});

test('a secret of several lines is one value', () => {
	expect(maskConfig({PRIVATE_KEY: 'line one\nline two\n'})).toEqual({PRIVATE_KEY: '******'});
});

test('a list of hundreds of thousands of words is covered from where nobody reads on', () => {
	const words = Array.from({length: 200_000}, (_, at) => `w${at}`);
	const {command = []} = maskConfig({command: words}) as {command?: readonly string[]};
	expect(command).toHaveLength(words.length);
	expect(command.slice(0, 2)).toEqual(['w0', 'w1']);
	expect(command.at(-1)).toBe('******');
});
