import {describe, expect, test} from 'vitest';
import {readSettings} from '../../../source/config/read-settings.ts';

const read = (text: string) => readSettings(text);

test('what is set is read, and what is not is undefined', () => {
	const text = `
# What I look for.
logs:
  highlight:
    - pattern: 'timeout|refused'
      color: red
      bold: true
    - {pattern: charge, color: green}
  maxLines: 20000
`;
	expect(read(text)).toMatchObject({
		settings: {
			logs: {
				highlight: [
					{pattern: 'timeout|refused', color: 'red', bold: true},
					{pattern: 'charge', color: 'green'},
				],
				maxLines: 20_000,
			},
		},
		warnings: [],
	});
});

test.each(['', '\n', '# nothing\n', 'logs:\n', '{}', 'logs: {}\n', 'logs:\n  highlight:\n'])(
	'%j sets nothing and is no mistake',
	text => {
		expect(read(text).warnings).toEqual([]);
	},
);

describe('what is wrong is told with its line, and the rest is read', () => {
	test.each([
		['log: {}', 'line 1: there is no log; did you mean logs?'],
		['logs:\n  highlights: []', 'line 2: there is no logs.highlights; did you mean highlight?'],
		['colours: red', 'line 1: there is no colours'],
		['logs: 3', 'line 1: logs is not a section with keys'],
		['- 1', 'line 1: the file is not a section with keys'],
		['logs:\n  highlight: red', 'line 2: logs.highlight is not a list'],
		[
			'logs:\n\n  maxLines: many',
			'line 3: logs.maxLines is not a whole number from 100 to 1000000',
		],
		['list: {columns: [cpuu]}', 'line 1: list.columns.1 is not known; did you mean cpu?'],
		[
			'attention: {ignore: [zzz]}',
			'line 1: attention.ignore.1 is none of disk, crash-loop, unhealthy, oom, oom-kill, dead, exit, restarting, dependency, never-healthy, memory, throttled, paused',
		],
		['list: {columns: [cpu:99]}', 'line 1: list.columns.1 has no width from 1 to 60, as cpu:30'],
		['logs:\n  maxLines: 5', 'line 2: logs.maxLines is not a whole number from 100 to 1000000'],
		[
			'logs:\n  highlight:\n    - pattern: x\n      color: pink',
			'line 4: logs.highlight.1.color is none of red, yellow, green, cyan, blue, magenta',
		],
		[
			'logs:\n  highlight:\n    - pattern: 12',
			'line 3: logs.highlight.1.pattern is not a text; put it into quotes',
		],
		[
			'logs:\n  highlight:\n    - pattern: x\n      bold: 1',
			'line 4: logs.highlight.1.bold is neither true nor false',
		],
		[
			'logs:\n  highlight:\n    - pattern: "\\e]0;x\\a"',
			'line 3: logs.highlight.1.pattern has control characters, which are not shown',
		],
		['"a\\e[31m": 1', 'line 1: there is no a [31m'],
		['__proto__: 1', 'line 1: there is no __proto__'],
	])('%j', (text, warning) => {
		expect(read(text).warnings).toEqual([warning]);
	});

	test('a pattern that is no regular expression', () => {
		const {settings, warnings} = read('logs: {maxLines: 500, highlight: [{pattern: "(("}]}');
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/^line 1: logs.highlight.1.pattern Invalid regular expression/);
		expect(settings.logs?.maxLines).toBe(500);
	});
});

test.each(['logs: [', 'a: b: c', '\tlogs: 1', 'a: 1\na: 2', '---\na: 1\n---\nb: 2'])(
	'%j is no YAML: it is told where, and nothing is set',
	text => {
		const {settings, warnings} = read(text);
		expect(settings).toEqual({});
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/^line \d: \S/);
	},
);

test('an alias stands for what it names', () => {
	const text = 'logs:\n  highlight:\n    - pattern: &p a\n    - pattern: *p\n';
	expect(read(text).settings.logs?.highlight).toEqual([{pattern: 'a'}, {pattern: 'a'}]);
});

test('a file of a project decides how logs are seen, and not how much memory they take', () => {
	const text = 'logs:\n  wrap: true\n  maxBytes: 1073741824\n  maxLines: 1000000\n';
	const {settings, warnings} = readSettings(text, {isDisplayOnly: true});
	expect(settings).toEqual({logs: {wrap: true}});
	expect(warnings).toHaveLength(2);
	expect(readSettings(text).warnings).toEqual([]);
});

describe('a file that was made to take long', () => {
	test.each([
		['keys that there are not', Array.from({length: 40_000}, (_, at) => `k${at}: 1`).join('\n')],
		['one name without an end', `${'k'.repeat(1_000_000)}: 1`],
		['aliases', `x: &x {pattern: a}\nlogs:\n  highlight:\n${'    - *x\n'.repeat(20_000)}`],
		['rules', `logs:\n  highlight:\n${'    - pattern: a\n'.repeat(20_000)}`],
		['brackets', `logs: ${'['.repeat(5000)}`],
	])('%s', (_what, text) => {
		const {settings, warnings} = read(text);
		expect(warnings.length).toBeGreaterThan(0);
		expect(warnings.length).toBeLessThanOrEqual(100);
		expect(settings.logs?.highlight?.length ?? 0).toBeLessThanOrEqual(200);
	});
});
