import {expect, test} from 'vitest';
import {shortTitles, views, viewTitles} from '../../../source/store/views.ts';

test('a short title is never longer than the title, and no two are alike', () => {
	for (const id of views) expect(shortTitles[id].length).toBeLessThanOrEqual(viewTitles[id].length);
	expect(new Set(Object.values(shortTitles)).size).toBe(views.length);
});
