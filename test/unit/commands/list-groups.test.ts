import {describe, expect, test} from 'vitest';
import {shownTarget, targetContainers} from '../../../source/store/logs/select-target.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const front = {networks: [{name: 'front'}]};
const both = {networks: [{name: 'front'}, {name: 'back'}], labels: {team: 'web'}};

const containers = [
	ofProject('shop', 'api', both),
	ofProject('shop', 'web', {...front, health: {kind: 'unhealthy'}}),
	ofProject('blog', 'web', {...front, labels: {team: 'web', note: 'x'}}),
	aContainer('seed', exited(1)),
];

/** What the list is grouped by is the entry of this place in the menu. */
const grouped = (place: number): User => {
	const user = new User({containers});
	user.press('b', ...new Array<string>(place).fill('down'), 'enter');
	return user;
};

const rows = (user: User): readonly string[] => user.list.map(row => row.slice(2));

test('b chooses what the list is divided by; names say their project where no heading does', () => {
	expect(rows(grouped(0))).toEqual([
		...['- blog 1/1', 'web', '- shop 2/2', 'api', 'web'],
		...['- (no project) 0/1', 'seed'],
	]);
	expect(rows(grouped(1))).toEqual([
		...['- back + front 1/1', 'shop/api', '- front 2/2', 'blog/web', 'shop/web'],
		...['- (no network) 0/1', 'seed'],
	]);
	expect(rows(grouped(2))).toEqual([
		...['- unhealthy 1/1', 'shop/web', '- failed 0/1', 'seed'],
		...['- running 2/2', 'blog/web', 'shop/api'],
	]);
	expect(rows(grouped(3))).toEqual(['blog/web', 'seed', 'shop/api', 'shop/web']);
	expect(rows(grouped(4))).toEqual([
		...['- web 2/2', 'blog/web', 'shop/api'],
		...['- (no team) 1/2', 'seed', 'shop/web'],
	]);
});

test('the menu begins at what is chosen and offers labels that divide something', () => {
	const user = grouped(4);
	user.press('b');
	expect(user.state.frame.overlays).toEqual([{kind: 'grouping', index: 4}]);
	// `note` has one value on one container.
	user.press('down', 'down', 'down', 'enter');
	expect(user.state.list.grouping).toEqual({kind: 'network'});
});

test('the selection stays on its container', () => {
	const user = new User({containers});
	user.press('G');
	for (const place of [1, 2, 3, 0]) {
		user.press('b', 'home', ...new Array<string>(place).fill('down'), 'escape');
		user.dispatch({
			...{type: 'list/grouped'},
			grouping: {kind: (['project', 'network', 'state', 'none'] as const)[place] ?? 'none'},
		});
		expect(user.selected).toBe('seed');
	}
});

describe('a heading', () => {
	test('means all of its containers, whatever it is of', () => {
		const user = grouped(1);
		user.press('g', 'j', 'j', 'r');
		expect(user.question?.title).toBe('Restart 2 containers of network front?');
		user.press('n', 'G', 'k', 's');
		expect(user.question?.title).toBe('Start 1 container without a network?');
		const labelled = grouped(4);
		labelled.press('g', 'r');
		expect(labelled.question?.title).toBe('Restart 2 containers of team=web?');
	});

	test('has the logs of all of them', () => {
		const user = grouped(2);
		user.press('g');
		const shown = () => targetContainers(user.state, shownTarget(user.state)).map(({name}) => name);
		expect(shown()).toEqual(['shop-web-1']);
		user.press('G', 'k', 'k');
		expect(shown()).toEqual(['shop-api-1', 'blog-web-1']);
	});

	test('of one grouping is never that of another', () => {
		const user = grouped(4);
		user.press('g', 'left');
		expect(rows(user)[0]).toBe('+ web 2/2');
		user.dispatch({type: 'list/grouped', grouping: {kind: 'project'}});
		expect(user.state.list.folded.size).toBe(1);
		expect(rows(user).some(row => row.startsWith('+'))).toBe(false);
		user.dispatch({type: 'list/grouped', grouping: {kind: 'label', label: 'team'}});
		expect(rows(user)[0]).toBe('+ web 2/2');
	});
});

test('+ closes all groups, and opens them again', () => {
	const user = grouped(1);
	user.press('+');
	expect(rows(user)).toEqual(['+ back + front 1/1', '+ front 2/2', '+ (no network) 0/1']);
	user.press('+');
	expect(rows(user)).toHaveLength(7);
	user.press('g', 'left', '+');
	expect(rows(user)).toHaveLength(3);
	const flat = grouped(3);
	flat.press('+');
	expect(flat.messages.at(-1)).toContain('the list has no groups');
});

test('one that becomes another thing moves to its group when the list is ordered, and not before', () => {
	const user = grouped(2);
	user.press('g', 'down');
	const sick = {...containers[1], health: {kind: 'healthy'}} as (typeof containers)[0];
	user.sees([...containers.filter((_, index) => index !== 1), sick]);
	expect(rows(user).slice(0, 2)).toEqual(['- unhealthy 1/1', 'shop/web']);
	user.wait(2000);
	user.reorder();
	expect(rows(user)).toEqual([
		...['- failed 0/1', 'seed', '- running 3/3', 'blog/web', 'shop/api', 'shop/web'],
	]);
	expect(user.selected).toBe('shop/web');
});
