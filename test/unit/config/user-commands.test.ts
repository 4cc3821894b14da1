import {expect, test} from 'vitest';
import {readSettings} from '../../../source/config/read-settings.ts';
import {userCommands} from '../../../source/config/user-commands.ts';

const read = (yaml: string) => userCommands(readSettings(`commands:\n${yaml}`).settings);

test('a command is read with what is usual', () => {
	expect(read('- {name: Show top!, command: [docker, top, "{{id}}"]}').commands).toEqual([
		{
			...{id: 'custom.show-top', name: 'Show top!', keys: [], scope: 'container'},
			...{words: ['docker', 'top', '{{id}}'], show: 'output', asks: false, isShell: false},
		},
	]);
});

test('one text is a command line, for a shell it stays one', () => {
	const text = `- {name: a, command: "x 'b c' {{id}}"}\n- {name: b, shell: true, command: "x | y"}`;
	expect(read(text).commands.map(({words}) => words)).toEqual([['x', 'b c', '{{id}}'], ['x | y']]);
});

test('all of it can be said', () => {
	const text =
		'- {name: deploy, key: [D, ctrl+d], command: [make], scope: project, show: terminal, confirm: true}';
	expect(read(text).commands).toMatchObject([
		{keys: ['D', 'ctrl+d'], scope: 'project', show: 'terminal', asks: true},
	]);
});

test.each([
	['- {command: [x]}', 'number 1 has no name'],
	['- {name: a}', 'a has no command'],
	['- {name: a, command: "  "}', 'a has no command'],
	[`- {name: a, command: "x 'y"}`, 'a has a quote that does not end'],
	['- {name: a, command: ["{{name}}"]}', 'a needs a program before'],
	['- {name: a, command: [x, "{{imag}}"]}', 'did you mean {{image}}?'],
	['- {name: a, command: [x]}\n- {name: A, command: [y]}', 'A has the name of another one'],
])('%s is left out, and that is said', (yaml, problem) => {
	expect(read(yaml).problems).toEqual([expect.stringContaining(problem)]);
});
