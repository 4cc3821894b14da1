import {expect, test} from 'vitest';
import {logsHelpText} from '../../../source/app/logs-help-text.ts';
import {type LogsOptions, parseLogsArguments} from '../../../source/app/logs-options.ts';

const now = Date.parse('2026-11-26T10:00:00Z');
const parse = (line: string) => parseLogsArguments(line.split(' ').filter(Boolean), now, '1.2.3');

const options = (line: string): LogsOptions => {
	const invocation = parse(line);
	if (invocation.kind !== 'logs') throw new Error(`${line}: ${JSON.stringify(invocation)}`);
	return invocation.options;
};

test('without arguments all that runs, from the beginning, as text', () => {
	expect(options('')).toMatchObject({
		...{words: [], follows: false, isJson: false, hasStamps: false},
		query: {keep: [], exclude: []},
	});
	expect(options('')).not.toHaveProperty('tail');
});

test.each([
	['api shop/db', {words: ['api', 'shop/db']}],
	['-f api', {follows: true, tail: 100, words: ['api']}],
	['api -f --tail 5', {follows: true, tail: 5, words: ['api']}],
	['-n 7', {tail: 7}],
	['--since 15m', {sinceMillis: now - 900_000}],
	['-S 1h -f', {sinceMillis: now - 3_600_000}],
	['--json -t', {isJson: true, hasStamps: true}],
	['--stream stderr', {query: {stream: 'stderr'}}],
	['--level warn', {query: {leastLevel: 'warn'}}],
	[
		'-g timeout --grep /\\d+/ --exclude health',
		{query: {keep: [{text: 'timeout'}, {text: '/\\d+/'}], exclude: [{text: 'health'}]}},
	],
	['--demo --seed 7', {common: {demo: 'yes', seed: 7}}],
	['-H tcp://far:2375', {common: {host: 'tcp://far:2375'}}],
	['-c far --no-color', {common: {context: 'far', colour: 'mono'}}],
	['--color 16 --ascii', {common: {colour: '16', isAscii: true}}],
])('%s', (line, expected) => {
	expect(options(line)).toMatchObject(expected);
});

test('-f with --tail all, or with --since, shortens nothing', () => {
	expect(options('-f --tail all')).not.toHaveProperty('tail');
	expect(options('-f --since 1h')).not.toHaveProperty('tail');
});

test.each([
	['--tail many', '--tail is a number of entries, or all'],
	['--tail -1', '--tail is a number of entries, or all'],
	['--since soon', '--since is a time such as 15m, 2026-11-26 or 2026-11-26T10:42:07Z'],
	['--stream both', '--stream is stdout or stderr'],
	['--level bad', '--level is one of trace, debug, info, warn, error, fatal'],
	['--level constructor', '--level is one of trace, debug, info, warn, error, fatal'],
	['--interval 500', 'logs has no option --interval'],
	['-x', 'logs has no option -x'],
	['--color 8', '--color is one of none, 16, 256, 24bit'],
	['--demo -H tcp://x', '--demo brings its own engine; leave out --host and --context'],
])('%s', (line, reason) => {
	expect(parse(line)).toEqual({kind: 'wrong', reason});
});

test('an expression that cannot be read says why', () => {
	expect(parse('--grep /(/')).toMatchObject({
		...{kind: 'wrong', reason: expect.stringMatching(/^\/\(\/ cannot be used: /)},
	});
});

test('--help prints the help, and every flag that it names is understood', () => {
	expect(parse('--help')).toEqual({kind: 'print', text: logsHelpText.trim()});
	const samples: Readonly<Record<string, string>> = {
		...{TIME: '15m', N: '7', PATTERN: 'x', LEVEL: 'warn', NAME: 'stderr'},
	};
	const told = logsHelpText.matchAll(/^ +(?:-\w, |-\w, | {2,})?--([a-z-]+)(?: ([A-Z]+))?/gm);
	for (const [, name = '', value] of told) {
		const line = value === undefined ? `--${name}` : `--${name} ${samples[value] ?? '1'}`;
		expect(parse(line).kind, line).not.toBe('wrong');
	}
});
