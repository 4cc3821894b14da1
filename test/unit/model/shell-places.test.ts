import {expect, test} from 'vitest';
import {withArguments} from '../../../source/model/shell-places.ts';

/** `§1` stands for what the shell reads as its first argument. */
test.each([
	['x {{a}}', 'x "§1"'],
	['x "{{a}}" {{b}}', 'x "§1" "§2"'],
	["x '{{a}}'", `x ''"§1"''`],
	['x "it\'s {{a}}"', 'x "it\'s §1"'],
	["x 'say \"{{a}}'", `x 'say "'"§1"''`],
	['x \\"{{a}}', 'x \\""§1"'],
	['x "\\"{{a}}"', 'x "\\"§1"'],
	['nothing', 'nothing'],
])('%s', (script, expected) => {
	expect(withArguments(script, /\{\{(\w)\}\}/g, name => 'ab'.indexOf(name) + 1)).toBe(
		expected.replaceAll(/§(\d)/g, (_, place) => `\${${place}}`),
	);
});
