import {describe, expect, test} from 'vitest';
import {forms} from '../../../../source/commands/act/forms.ts';
import {formValues} from '../../../../source/store/act/form.ts';
import {ofProject, someDetails} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const api = {
	...ofProject('shop', 'api'),
	details: someDetails({limits: {memoryBytes: 512 * 1024 ** 2}, restartPolicy: 'unless-stopped'}),
};

const opened = (letter: string): User => {
	const user = new User({containers: [api, ofProject('shop', 'db')]});
	user.press('x', letter);
	return user;
};

const formOf = (user: User) => {
	const overlay = user.state.frame.overlays.at(-1);
	if (overlay?.kind !== 'form') throw new Error(`open is ${overlay?.kind}`);
	const spec = forms[overlay.form.purpose];
	const values = formValues(overlay);
	return {...overlay, values, problems: spec.check(values, overlay.form, user.state)};
};

/** The question that follows, answered with yes. */
const answered = (user: User): User => {
	user.wait(300);
	user.press('y');
	return user;
};

describe('a new name', () => {
	test('is typed over the old one, and asked about', () => {
		const user = opened('n');
		expect(formOf(user).text).toBe('shop-api-1');
		user.press('ctrl+u');
		user.type('shop-web-1');
		user.press('enter');
		expect(user.question?.title).toBe('Rename shop/api to shop-web-1?');
		expect(user.question?.commands).toEqual([['docker', 'rename', 'shop-api-1', 'shop-web-1']]);
		expect(answered(user).requests).toMatchObject([{action: {verb: 'rename', name: 'shop-web-1'}}]);
	});

	test.each(['', 'a', '-rm', '$(touch x)', 'a b', 'shop-db-1', 'shop-api-1', 'é'])(
		'%j is not taken, and stays to be corrected',
		text => {
			const user = opened('n');
			user.press('ctrl+u');
			user.type(text);
			expect(formOf(user).problems['name']).toBeDefined();
			user.press('enter');
			expect(formOf(user).text).toBe(text);
			expect([user.question, user.asked]).toEqual([undefined, []]);
		},
	);
});

describe('limits', () => {
	test('change where something is filled in', () => {
		const user = opened('m');
		user.type('1.5');
		user.press('tab');
		user.type('256m');
		user.press('ctrl+y', 'enter');
		expect(user.asked).toEqual([
			'copy the command: docker update --cpus=1.5 --memory=256m --memory-swap=256m shop-api-1',
		]);
		expect(answered(user).requests).toMatchObject([
			{action: {verb: 'update', limits: {cpus: 1.5, memoryBytes: 256 * 1024 ** 2}}},
		]);
	});

	test('tell what there is', () => {
		expect(formOf(opened('m')).form.fields.map(({hint}) => hint)).toEqual([
			'cores, such as 1.5; now without',
			'such as 512m or 2g; now 512M',
			'processes and threads, such as 200; now without',
		]);
	});

	test.each([
		['', '', '', ['cpus']],
		['x', '5m', '1.5', ['cpus', 'memory', 'pids']],
		['.', '', '', ['cpus']],
		['1', 'much', '', ['memory']],
		['0', '0', '0', []],
		['.5', '1g', '7', []],
	])('%j, %j, %j: wrong are %j', (cpus, memory, pids, wrong) => {
		const user = opened('m');
		user.type(cpus);
		user.press('down');
		user.type(memory);
		user.press('down');
		user.type(pids);
		expect(Object.keys(formOf(user).problems)).toEqual(wrong);
		user.press('enter');
		// The cursor is where the first trouble is.
		if (wrong.length > 0) expect(formOf(user).form.fields[formOf(user).index]?.id).toBe(wrong[0]);
		else expect(user.question?.title).toBe('Change limits of shop/api?');
	});
});

describe('the restart policy', () => {
	test('is chosen with arrows, a space or its first letter', () => {
		const user = opened('o');
		expect(formOf(user).text).toBe('unless-stopped');
		user.press('right');
		expect(formOf(user).text).toBe('always');
		user.press('left', 'left');
		expect(formOf(user).text).toBe('on-failure');
		user.press('n');
		expect(formOf(user).text).toBe('no');
		user.press('space', 'tab');
		user.type('3');
		user.press('enter');
		expect(answered(user).requests).toMatchObject([
			{action: {verb: 'update', restartPolicy: {name: 'on-failure', retries: 3}}},
		]);
	});

	test('counts retries for failures only', () => {
		const user = opened('o');
		user.press('tab', '3');
		expect(formOf(user).problems).toEqual({retries: 'only on-failure counts them'});
	});
});

test.each(['n', 'm', 'o'])('a form is left by Escape without anything done: %s', letter => {
	const user = opened(letter);
	user.press('escape');
	expect([user.state.frame.overlays, user.asked]).toEqual([[], []]);
});
