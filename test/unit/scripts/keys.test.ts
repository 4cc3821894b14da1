import {expect, test} from 'vitest';
import {parseKeys} from '../../../scripts/lib/keys.ts';

test('every character is a key of its own', () => {
	expect(parseKeys('jé\n')).toEqual([
		{kind: 'type', bytes: 'j'},
		{kind: 'type', bytes: 'é'},
		{kind: 'type', bytes: '\n'},
	]);
});

test('names, pauses and sizes stand in angle brackets', () => {
	expect(parseKeys('<enter><lt><ctrl+c><wait 1.5><resize 80x24>')).toEqual([
		{kind: 'type', bytes: '\r'},
		{kind: 'type', bytes: '<'},
		{kind: 'type', bytes: '\u{3}'},
		{kind: 'wait', seconds: 1.5},
		{kind: 'resize', columns: 80, rows: 24},
	]);
});

test('a name that does not exist is told, with those that do', () => {
	expect(() => parseKeys('<entre>')).toThrow(/<entre>.*enter/u);
});
