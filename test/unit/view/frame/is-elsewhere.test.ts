import {expect, test} from 'vitest';
import {type ViewId, views} from '../../../../source/store/views.ts';
import {isElsewhere} from '../../../../source/view/frame/is-elsewhere.ts';
import {scenes} from '../../../helpers/view-states.ts';

const elsewhere: readonly ViewId[] = ['host'];

test.each(views)('%s: keys act where a container is shown, and nowhere else', view => {
	const {state} = scenes.ready().do({type: 'frame/view-chosen', view});
	expect(isElsewhere(state)).toBe(elsewhere.includes(view));
});

test('an overlay takes its own keys', () => {
	const scene = scenes.ready().do({type: 'frame/view-chosen', view: 'host'});
	scene.do({type: 'overlay/opened', overlay: {kind: 'help', top: 0}});
	expect(isElsewhere(scene.state)).toBe(false);
});
