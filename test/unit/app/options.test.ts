import {describe, expect, test} from 'vitest';
import {helpText} from '../../../source/app/help-text.ts';
import type {Options} from '../../../source/app/options.ts';
import {parseArguments} from '../../../source/app/options.ts';

const options = (line: string): Options => {
	const invocation = parse(line);
	if (invocation.kind !== 'run') throw new Error(`${line} does not run: ${invocation.kind}`);
	return invocation.options;
};

const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean), '1.2.3');

test('without arguments the screen opens, and nothing is asked for', () => {
	expect(options('')).toEqual({
		readsCgroups: true,
		demo: 'no',
		seed: 1,
		isAscii: false,
		takesMouse: true,
		isSpoken: false,
	});
});

test.each([
	['-H tcp://far:2375', {host: 'tcp://far:2375'}],
	['--host unix:///tmp/docker.sock', {host: 'unix:///tmp/docker.sock'}],
	['--host=unix:///tmp/docker.sock', {host: 'unix:///tmp/docker.sock'}],
	['-c staging', {context: 'staging'}],
	['--context staging', {context: 'staging'}],
	['-a', {showsStopped: true}],
	['--no-all', {showsStopped: false}],
	['-i 250', {intervalMillis: 250}],
	['--interval 60000', {intervalMillis: 60_000}],
	['--read-only', {isReadOnly: true}],
	['--once', {print: 'table'}],
	['--json', {print: 'json'}],
	['--once --json', {print: 'json'}],
	['--demo', {demo: 'yes'}],
	['--or-demo', {demo: 'or-demo'}],
	['--or-demo -H tcp://far:2375', {demo: 'or-demo', host: 'tcp://far:2375'}],
	['--demo --seed 42', {demo: 'yes', seed: 42}],
	['--color none', {colour: 'mono'}],
	['--color 16', {colour: '16'}],
	['--color 256', {colour: '256'}],
	['--color 24bit', {colour: '24'}],
	['--no-color', {colour: 'mono'}],
	['--no-color --color 256', {colour: 'mono'}],
	['--config /x.yaml', {config: '/x.yaml'}],
	['--light --ascii', {theme: 'light', isAscii: true}],
	['--theme nord', {theme: 'nord'}],
	['--screen-reader', {isSpoken: true}],
] satisfies [string, Partial<Options>][])('%s', (line, expected) => {
	expect(options(line)).toEqual({...options(''), ...expected});
});

test.each(['-h', '--help', '--help --json', '-h nonsense'])('%s prints the help', line => {
	expect(parse(line)).toMatchObject({kind: 'help'});
});

test.each(['-v', '--version'])('%s prints the version and what it runs on', line => {
	expect(parse(line)).toEqual({
		kind: 'print',
		text: `dockmon 1.2.3, Node.js ${process.versions.node}`,
	});
});

describe('wrong usage is told, not guessed', () => {
	test.each([
		['--colour 16', 'unknown option --colour'],
		['--read-ony', 'unknown option --read-ony'],
		['-x', 'unknown option -x'],
		['--to-string', 'unknown option --to-string'],
		['--constructor', 'unknown option --constructor'],
		['--no-host', 'unknown option --no-host'],
		['ps', 'unknown command ps'],
		['--once containers', 'unknown command containers'],
		['--host', '--host needs a URL'],
		['-c', '--context needs a name'],
		['-H unix:///a -c b', '--host and --context both choose an engine; give one of them'],
		['--demo -H unix:///a', '--demo brings its own engine; leave out --host and --context'],
		['--demo -c b', '--demo brings its own engine; leave out --host and --context'],
		['--host a --host b', 'The flag --host can only be set once.'],
		['-i 249', '--interval is a number of milliseconds from 250 to 60000'],
		['-i 60001', '--interval is a number of milliseconds from 250 to 60000'],
		['-i often', '--interval is a number of milliseconds from 250 to 60000'],
		['-i -5', '--interval is a number of milliseconds from 250 to 60000'],
		['--seed 1.5', '--seed is a whole number'],
		['--seed x', '--seed is a whole number'],
		['--color 8', '--color is one of none, 16, 256, 24bit'],
		['--color constructor', '--color is one of none, 16, 256, 24bit'],
		['--color', '--color is one of none, 16, 256, 24bit'],
	])('%s', (line, reason) => {
		expect(parse(line)).toEqual({kind: 'wrong', reason});
	});
});

test('every flag that the help names is understood', () => {
	const told = [...helpText.matchAll(/--([a-z-]+)(?: ([A-Z]+))?/g)].map(([, name, value]) => ({
		name: name ?? '',
		value,
	}));
	const samples: Readonly<Record<string, string>> = {
		MS: '500',
		N: '7',
		LEVEL: '16',
		URL: 'unix:///x',
		NAME: 'far',
	};
	const ofSubcommand = new Set(['listen', 'containers', 'stopped', 'fault', 'faults']);
	for (const {name, value} of told) {
		if (ofSubcommand.has(name)) continue;
		const line = value === undefined ? `--${name}` : `--${name} ${samples[value] ?? '1'}`;
		expect(parse(line).kind, line).not.toBe('wrong');
	}
});

test('a reset is that and nothing else', () => {
	expect(parse('--reset')).toEqual({kind: 'reset'});
	expect(parse('--reset --nonsense')).toMatchObject({kind: 'wrong'});
});
