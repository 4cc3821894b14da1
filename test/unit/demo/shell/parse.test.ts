import {describe, expect, test} from 'vitest';
import {parseScript} from '../../../../source/demo/shell/parse.ts';
import type {Word} from '../../../../source/demo/shell/tokens.ts';

const shown = (word: Word) =>
	word.map(part => ('literal' in part ? part.literal : `<${part.variable}>`)).join('');

/** `when: word word | word word` for each pipeline. */
const outline = (script: string) =>
	parseScript(script).map(({when, commands}) => {
		const words = commands.map(command => command.words.map(shown).join(' '));
		return `${when}: ${words.join(' | ')}`;
	});

describe('a script', () => {
	test.each([
		['', []],
		['  # only a remark', []],
		['ls -l /app', ['always: ls -l /app']],
		['a; b\nc;', ['always: a', 'always: b', 'always: c']],
		['a && b || c', ['always: a', 'success: b', 'failure: c']],
		['a | b c | d', ['always: a | b c | d']],
		[`echo 'a  $b' "c  $d" e\\ f`, ['always: echo a  $b c  <d> e f']],
		['echo "say \\"hi\\" \\$x"', ['always: echo say "hi" $x']],
		[`echo "" ''`, ['always: echo  ']],
		// biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
		['echo $A${B}c$? $', ['always: echo <A><B>c<?> $']],
		['echo a#b # rest', ['always: echo a#b']],
		['echo a\\\n b', ['always: echo a b']],
	])('%j', (script, pipelines) => {
		expect(outline(script)).toEqual(pipelines);
	});

	test.each([
		['a >/dev/null', [{from: 'out', to: '/dev/null'}]],
		['a 2> x', [{from: 'err', to: 'x'}]],
		[
			'a > x 2>&1',
			[
				{from: 'out', to: 'x'},
				{from: 'err', to: 'out'},
			],
		],
		['a >&2', [{from: 'out', to: 'err'}]],
		[
			'a &> x < y',
			[
				{from: 'both', to: 'x'},
				{from: 'input', to: 'y'},
			],
		],
		['a >> x', [{from: 'out', to: 'x'}]],
	])('redirections of %j', (script, redirects) => {
		const [pipeline] = parseScript(script);
		const read = pipeline?.commands[0]?.redirects.map(({from, to}) => ({
			from,
			to: typeof to === 'string' ? to : shown(to),
		}));
		expect(read).toEqual(redirects);
		expect(outline(script)).toEqual(['always: a']);
	});

	test('a digit of a word is no stream', () => {
		expect(outline('echo 2 x12 >/dev/null')).toEqual(['always: echo 2 x12']);
	});

	test.each([
		['a && ; b', "near unexpected token `;'"],
		['&& a', "near unexpected token `&&'"],
		['a &&', "near unexpected token `;'"],
		['a | | b', "near unexpected token `|'"],
		['a |', "near unexpected token `|'"],
		['a >', "near unexpected token `newline'"],
		['a & b', "near unexpected token `&'"],
		['(a)', "near unexpected token `('"],
		['echo "open', 'looking for matching `"'],
		["echo 'open", "looking for matching `''"],
	])('%j is refused', (script, message) => {
		expect(() => parseScript(script)).toThrow(message);
	});
});
