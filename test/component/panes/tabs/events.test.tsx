import {expect, test} from 'vitest';
import {refOf, startMillis} from '../../../helpers/builders.ts';
import {drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const open = (): Scene =>
	scenes
		.ready()
		.do({type: 'frame/tab-chosen', tab: 'events'}, {type: 'frame/focused', pane: 'logs'});

test('nothing happened yet', () => {
	expect(drawArea(open(), 'bottom', 80, 24).text).toContain('nothing has happened to it since');
});

test('what happened to this container, the latest first, and to no other', () => {
	const ref = refOf('shop-api-1');
	const died = {kind: 'container.died', ref, atMillis: startMillis, exitCode: 137} as const;
	const other = {...died, ref: refOf('shop-db-1'), exitCode: 3};
	const atMillis = startMillis + 2000;
	const started = {kind: 'container.changed', ref, atMillis, action: 'start'} as const;
	const scene = open();
	for (const event of [died, other, started]) scene.do({type: 'timeline/heard', event});
	const {texts, text} = drawArea(scene, 'bottom', 80, 24);
	expect(texts[1]).toMatch(/10:00:02 .* started$/);
	expect(texts[2]).toMatch(/10:00:00 .* ✗ exited with 137: killed \(SIGKILL\)$/);
	expect(text).not.toContain('exited with 3');
});
