import {execFileSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {
	fillCommand,
	type ProgramValues,
	type UserCommand,
	unknownFields,
} from '../../../source/model/user-command.ts';

const aCommand = (words: readonly string[], change: Partial<UserCommand> = {}): UserCommand => ({
	...{id: 'custom.x', name: 'x', keys: [], words, scope: 'container', show: 'output'},
	...{asks: false, isShell: false, ...change},
});

const hostile = 'a b; $(echo hacked) `echo hacked` \' " \\ *';
const values: ProgramValues = {name: hostile, id: 'abc', image: '-rm', host: 'unix:///x'};

const argvOf = (words: readonly string[], change: Partial<UserCommand> = {}): readonly string[] => {
	const filled = fillCommand(aCommand(words, change), values);
	if ('problem' in filled) throw new Error(filled.problem);
	return filled.argv;
};

test('a value is one argument, whatever is in it', () => {
	expect(argvOf(['docker', 'logs', '{{name}}', '--for={{ id }}'])).toEqual([
		...['docker', 'logs', hostile, '--for=abc'],
	]);
});

test('a value is not filled in again', () => {
	const filled = fillCommand(aCommand(['x', '{{name}}']), {name: '{{id}}', id: 'abc'});
	expect(filled).toMatchObject({argv: ['x', '{{id}}']});
});

test.each([
	[['x', '{{ip}}'], 'there is no ip here'],
	[['x', '{{image}}'], 'its image begins with a dash, which would be an option'],
])('%j cannot be run, and that is said', (words, problem) => {
	expect(fillCommand(aCommand(words), values)).toEqual({problem});
});

test('a value that is no argument of its own may begin with a dash', () => {
	expect(argvOf(['x', '--image={{image}}'])).toEqual(['x', '--image=-rm']);
});

test('words in braces that stand for nothing are found', () => {
	expect(unknownFields(['{{name}}', 'a {{ nmae }} {{ip}}'])).toEqual(['nmae']);
});

describe('in a shell', () => {
	const run = (script: string): string => {
		const [program = '', ...args] = argvOf([script], {isShell: true});
		return execFileSync(program, args, {encoding: 'utf8'});
	};

	test('the language is obeyed, a value is not', () => {
		expect(run('printf "%s|" {{name}} | tr a-z A-Z')).toBe(`${hostile.toUpperCase()}|`);
	});

	test.each(['printf %s "{{name}}"', "printf %s '{{name}}'", 'printf %s x{{name}}y'])(
		'%s does nothing that a value says',
		script => {
			expect(run(script).replace(/^x(.*)y$/, '$1')).toBe(hostile);
		},
	);
});
