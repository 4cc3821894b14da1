import {expect, test} from 'vitest';
import {parseShellArguments} from '../../../source/app/shell-options.ts';

const parse = (...argv: readonly string[]) => parseShellArguments(argv, '1.0.0');

test('options before the container are ours, all behind it is the command', () => {
	expect(
		parse('-u', 'root', '--workdir=/srv', '-e', 'A=1', '-e', 'B=2', 'api', 'ls', '-l', '--help'),
	).toMatchObject({
		kind: 'shell',
		options: {
			...{word: 'api', holds: false, isAnswered: false},
			choice: {
				...{argv: ['ls', '-l', '--help'], user: 'root', workingDirectory: '/srv'},
				env: ['A=1', 'B=2'],
			},
		},
	});
});

test('a container alone is a shell as the image has it', () => {
	expect(parse('--hold', '--host=unix:///x', 'api')).toMatchObject({
		kind: 'shell',
		options: {word: 'api', holds: true, choice: {}, common: {host: 'unix:///x'}},
	});
	expect(parse('--config=/etc/own.yaml', 'api')).toMatchObject({
		options: {word: 'api', common: {config: '/etc/own.yaml'}},
	});
	expect(parse('--config', '/etc/own.yaml', 'api')).toMatchObject({options: {word: 'api'}});
	expect(parse('-y', 'api')).toMatchObject({options: {isAnswered: true}});
	expect(parse('--', '-odd')).toMatchObject({options: {word: '-odd'}});
});

test.each([
	[[], /wants a container/],
	[['--nonsense', 'api'], /no option --nonsense/],
	[['--config=', 'api'], /--config needs a path/],
] as ReadonlyArray<readonly [readonly string[], RegExp]>)('%j is wrong', (argv, reason) => {
	expect(parse(...argv)).toMatchObject({kind: 'wrong', reason: expect.stringMatching(reason)});
});

test('help is printed', () => {
	expect(parse('--help')).toMatchObject({kind: 'print', text: expect.stringContaining('Usage')});
});
