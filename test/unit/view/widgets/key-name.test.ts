import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {commandTable} from '../../../../source/commands/command-table.ts';
import {createKeymap} from '../../../../source/commands/keymap.ts';
import {showProgram} from '../../../../source/commands/program-commands.ts';
import {applyKeys} from '../../../../source/commands/rebind.ts';
import {asciiSymbols, unicodeSymbols} from '../../../../source/format/symbols.ts';
import {keyDoes, keyInBrackets, keyOf} from '../../../../source/view/widgets/key-name.ts';

const {commands} = applyKeys(commandTable, {
	'messages.open': ['ctrl+n'],
	'selection.up': ['up'],
	'list.freeze': [],
});
const view = {keymap: createKeymap(commands), symbols: unicodeSymbols};

test('a hint names the key that the command has now', () => {
	expect(keyOf(view, 'messages.open')).toBe('Ctrl+N');
	expect(keyInBrackets(view, 'messages.open')).toBe(' (Ctrl+N)');
	expect(keyDoes(view, 'messages.open', 'tells more')).toBe('Ctrl+N tells more');
});

test('arrows are words where there is no glyph for them', () => {
	expect(keyOf({...view, symbols: asciiSymbols}, 'selection.up')).toBe('Up');
});

test('a command without a key is not hinted at', () => {
	expect(keyOf(view, 'list.freeze')).toBeUndefined();
	expect(keyInBrackets(view, 'list.freeze')).toBe('');
	expect(keyDoes(view, 'list.freeze', 'goes on')).toBe('');
});

test('every hint in the source is about a command that there is', () => {
	const root = path.join(import.meta.dirname, '../../../../source');
	const sources = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(file =>
		/\.tsx?$/u.test(file),
	);
	const call = /\bkey(?:Of|InBrackets|Does|Hint|Text)\(\s*\w+,\s*'([^']+)'/gu;
	const named = sources.flatMap(file =>
		[...readFileSync(path.join(root, file), 'utf8').matchAll(call)].map(match => match[1] ?? ''),
	);
	expect(named.length).toBeGreaterThan(10);
	const ids = new Set([...commandTable, showProgram].map(({id}) => id));
	expect(named.filter(id => !ids.has(id))).toEqual([]);
});
