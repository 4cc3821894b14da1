import {expect, test} from 'vitest';
import {tabSpecs} from '../../../../../source/view/panes/tabs/tab-specs.ts';
import {keyOf} from '../../../../helpers/builders.ts';
import {oddScene} from '../../../../helpers/odd-world.ts';

const texts = ['api', '名前のとても長いコンテナ', 'x'.repeat(90), 'com.example.team', 'zz'];

const tabs = Object.entries(tabSpecs);

/** Where the pane is not on the screen at all its keys are asked for its lines all the same. */
test.each(tabs)('%s has lines at any width, also at none', (_name, {body}) => {
	const scene = oddScene(texts);
	const other = {kind: 'container', key: keyOf(texts[1] ?? '')} as const;
	for (const against of [undefined, other]) {
		scene.do({type: 'trees/compared', ...(against && {against})});
		for (let width = 0; width <= 60; width++)
			expect(() => body(scene.view(200, 60), width, 20), `${width} cells`).not.toThrow();
	}
});
