import {expect, test} from 'vitest';
import {withoutRule, withRule} from '../../../source/config/edit-highlights.ts';
import {ruleOf} from '../../../source/model/logs/highlight-rule.ts';

const timeout = ruleOf('timeout|refused', 'red', false);

const mine = `# My file.
theme: dark # not known here
logs:
  # What I look for.
  highlight:
    - pattern: charge # money
      color: green
  maxLines: 500
`;

test('a rule is added, and everything else stays as it was', () => {
	expect(withRule(mine, timeout)).toBe(
		mine.replace(
			'      color: green\n',
			'      color: green\n    - pattern: timeout|refused\n      color: red\n',
		),
	);
});

test('and taken away again', () => {
	expect(withoutRule(withRule(mine, timeout), timeout)).toBe(mine);
});

const first = 'logs:\n  highlight:\n    - pattern: timeout|refused\n      color: red\n';

test.each([
	['', first],
	['# nothing yet\n', `# nothing yet\n\n${first}`],
	['logs:\n', first],
	['logs: {}\n', 'logs: { highlight: [ { pattern: timeout|refused, color: red } ] }\n'],
	['logs:\n  maxLines: 500\n', first.replace('logs:\n', 'logs:\n  maxLines: 500\n')],
])('a file that holds %j', (text, expected) => {
	expect(withRule(text, timeout)).toBe(expected);
});

test('comments in an empty section stay', () => {
	expect(withRule('logs:\n  # highlight: none\n', timeout)).toContain('# highlight: none');
});

test('the last rule takes its list along', () => {
	expect(withoutRule(withRule('logs:\n  maxLines: 500\n', timeout), timeout)).toBe(
		'logs:\n  maxLines: 500\n',
	);
});

test('a rule that was written by hand with an escaped slash is taken away', () => {
	const text = "logs:\n  highlight:\n    - pattern: 'a\\/b'\n    - pattern: charge\n";
	expect(withoutRule(text, ruleOf('a/b', 'red', false))).toBe(
		'logs:\n  highlight:\n    - pattern: charge\n',
	);
});

test('what is not there is not taken away', () => {
	expect(withoutRule(mine, timeout)).toBe(mine);
});

test.each(['a: [', 'logs: 3', 'logs:\n  highlight: red\n'])('%j is left alone', text => {
	expect(() => withRule(text, timeout)).toThrow();
});
