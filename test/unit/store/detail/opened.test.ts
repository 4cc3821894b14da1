import {expect, test, vi} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {opened} from '../../../../source/store/detail/opened.ts';
import {lookingAt} from '../../../helpers/detail-scene.ts';

test('nothing is looked for: as it is folded, without looking', () => {
	const {state} = lookingAt('config');
	const hits = vi.fn(() => new Set<string>());
	expect(opened(state, 'config', hits)).toBe(state.trees.folds.config);
	expect(hits).not.toHaveBeenCalled();
});

test('the way to hits is open, but for what was folded since', () => {
	const user = lookingAt('config');
	user.dispatch({type: 'detail/searched', find: parsePattern('x')});
	const hits = vi.fn(() => new Set(['a', 'a.b']));
	expect(opened(user.state, 'config', hits).opened).toEqual(new Set(['a', 'a.b']));
	user.dispatch({type: 'trees/turned', tree: 'config', path: 'a', isFolded: true});
	expect(opened(user.state, 'config', hits).opened).toEqual(new Set(['a.b']));
	expect(hits).toHaveBeenCalledTimes(1);
});

test('the same search in the same data is the same object', () => {
	const user = lookingAt('changes');
	user.dispatch({type: 'detail/searched', find: parsePattern('x')});
	const hits = () => new Set(['/a']);
	expect(opened(user.state, 'changes', hits)).toBe(opened(user.state, 'changes', hits));
});
