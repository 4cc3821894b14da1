import {describe, expect, test} from 'vitest';
import {aContainer, exited, keyOf, ofProject, refOf, shop} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const sick = ofProject('shop', 'mailer', {health: {kind: 'unhealthy'}});
const failed = aContainer('batch', exited(1));

const onProblems = (): User => {
	const user = new User({containers: [...shop, sick, failed]});
	user.open('problems');
	return user;
};

test('Enter goes to the container, and Esc back', () => {
	const user = onProblems();
	user.dispatch({type: 'list/folded', group: 'project:shop'});
	user.press('enter');
	expect(user.state.frame.view).toBe('dashboard');
	expect(user.selected).toBe('mailer');
	expect(user.state.frame.tab).toBe('health');
	user.press('escape');
	expect(user.state.frame.view).toBe('problems');
	user.press('escape');
	expect(user.state.frame.view).toBe('dashboard');
	user.press('escape');
	expect(user.state.frame.view).toBe('dashboard');
});

test('whoever looks around there is not led back', () => {
	const user = onProblems();
	user.press('enter', 'j', 'escape');
	expect(user.state.frame.view).toBe('dashboard');
});

describe('keys act on the problem under the cursor', () => {
	test('r asks about it by name', () => {
		const user = onProblems();
		user.press('r');
		expect(user.question?.title).toBe('Restart shop/mailer?');
		expect(user.question?.request).toMatchObject({targets: [{ref: refOf('shop-mailer-1')}]});
	});

	test('e opens a shell in it, where there is one', () => {
		const user = onProblems();
		user.press('e');
		expect(user.asked).toEqual(['shell']);
		user.press('j', 'e');
		expect(user.asked).toEqual(['shell']);
		expect(user.messages.at(-1)).toContain('batch is not running');
	});

	test('l opens its log, whatever is marked in the list, and Esc leads back', () => {
		const user = onProblems();
		user.dispatch({type: 'list/marked', keys: [keyOf('shop-api-1')]});
		user.press('j', 'l');
		expect(user.state.frame).toMatchObject({view: 'dashboard', zoomed: true, focus: 'logs'});
		expect(user.state.logs.pinned).toMatchObject({kind: 'source'});
		expect(JSON.stringify(user.state.logs.pinned)).toContain('batch');
		user.press('escape');
		expect(user.state.frame.view).toBe('problems');
		expect(user.state.logs.pinned).toBeUndefined();
	});

	test('and stay with it when something worse comes', () => {
		const user = onProblems();
		user.press('j');
		user.sees([...shop, sick, failed, aContainer('worse', {health: {kind: 'unhealthy'}})]);
		user.press('s');
		expect(user.question?.title).toBe('Start batch?');
	});
});

test('the cursor ends at the ends', () => {
	const user = onProblems();
	user.press('G', 'j', 's');
	expect(user.question?.title).toBe('Start batch?');
	user.press('n', 'g', 'k', 'pagedown', 'pageup', 'r');
	expect(user.question?.title).toBe('Restart shop/mailer?');
});

test('where nothing is wrong nothing is done', () => {
	const user = new User({containers: [aContainer('api')]});
	user.open('problems');
	user.press('j', 'enter', 'r', 'e', 'l');
	expect(user.state.frame.view).toBe('problems');
	expect(user.asked).toEqual([]);
	expect(user.question).toBeUndefined();
});

test('a screen of one pane has no next one', () => {
	const user = onProblems();
	user.press('tab', ']', '[');
	expect(user.state.frame).toMatchObject({view: 'problems', focus: 'list', tab: 'logs'});
});
