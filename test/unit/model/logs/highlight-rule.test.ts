import {expect, test} from 'vitest';
import {
	findRule,
	newRule,
	ruleOf,
	ruleSource,
} from '../../../../source/model/logs/highlight-rule.ts';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';

test.each([
	['a.b', 'a\\.b'],
	['/a.b/', 'a.b'],
	['/a.b', 'a.b'],
	['GET /x', 'GET /x'],
	['a\\/', 'a\\\\/'],
])('%s is kept as %s, and that finds the same', (typed, source) => {
	const rule = newRule([], parsePattern(typed));
	expect(rule && ruleSource(rule.pattern)).toBe(source);
	expect(rule?.pattern.expression).toEqual(parsePattern(typed).expression);
});

test('what cannot be read is no rule', () => {
	expect(newRule([], parsePattern('/((/'))).toBeUndefined();
	expect(newRule([], parsePattern(''))).toBeUndefined();
});

test('a rule is recognised by what it finds, however it was typed', () => {
	const rules = [ruleOf('timeout', 'red', true)];
	expect(findRule(rules, parsePattern('timeout'))).toBe(rules[0]);
	expect(findRule(rules, parsePattern('time'))).toBeUndefined();
});

test('a new rule has a colour that fewest have', () => {
	const rules = ['red', 'yellow', 'red', 'green'] as const;
	const before = rules.map((colour, index) => ruleOf(String(index), colour, false));
	expect(newRule(before, parsePattern('x'))?.colour).toBe('cyan');
	const all = ['red', 'yellow', 'green', 'cyan', 'blue', 'magenta'] as const;
	expect(
		newRule(
			all.map(colour => ruleOf(colour, colour, false)),
			parsePattern('x'),
		)?.colour,
	).toBe('red');
});
