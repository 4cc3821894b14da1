import {describe, expect, test} from 'vitest';
import {
	formValues,
	inField,
	type OpenForm,
	otherChoice,
	typedInto,
} from '../../../../source/store/act/form.ts';

const opened: OpenForm = {
	form: {
		...{purpose: 'restart-policy', title: 'Restart policy', targets: []},
		fields: [
			{
				id: 'policy',
				label: 'policy',
				text: 'no',
				choices: ['no', 'on-failure', 'unless-stopped', 'always'],
			},
			{id: 'retries', label: 'retries', text: ''},
			{id: 'command', label: 'command', text: '', choices: ['bash', 'sh'], isFree: true},
		],
	},
	index: 0,
	text: 'no',
};

test('the field that is typed in has the text as it is now', () => {
	expect(formValues({...opened, text: 'always'})).toEqual({
		policy: 'always',
		retries: '',
		command: '',
	});
});

test('going on to another field keeps what was typed, round the ends', () => {
	const next = inField({...opened, text: 'always'}, 1);
	expect([next.index, next.text]).toEqual([1, '']);
	const last = inField({...next, text: '3'}, 2);
	const first = inField(last, 3);
	expect([first.index, first.text, formValues(first)['retries']]).toEqual([0, 'always', '3']);
	expect(inField(first, -1).index).toBe(2);
});

describe('choices', () => {
	test('go round', () => {
		expect(otherChoice(opened, 1)).toBe('on-failure');
		expect(otherChoice(opened, -1)).toBe('always');
		expect(otherChoice({...opened, text: 'always'}, 1)).toBe('no');
		expect(otherChoice(inField(opened, 1), 1)).toBeUndefined();
	});

	test('from what is none of them to the first or the last', () => {
		const free = inField(opened, 2);
		expect([otherChoice(free, 1), otherChoice(free, -1)]).toEqual(['bash', 'sh']);
	});
});

describe('typing', () => {
	test('in a field of choices goes to the next that begins so, and a space to the next', () => {
		expect(typedInto(opened, 'nou')).toBe('unless-stopped');
		expect(typedInto(opened, 'noN')).toBe('no');
		expect(typedInto(opened, 'no ')).toBe('on-failure');
		expect(typedInto(opened, 'nox')).toBe('no');
		expect(typedInto(opened, 'n')).toBe('no');
	});

	test('in any other is text', () => {
		expect(typedInto(inField(opened, 1), '3')).toBe('3');
		expect(typedInto(inField(opened, 2), 'z')).toBe('z');
	});
});
