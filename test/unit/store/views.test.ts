import {expect, test} from 'vitest';
import {isOwnView, shortTitles, views, viewTitles} from '../../../source/store/views.ts';

test('a short title is never longer than the title, and no two are alike', () => {
	for (const id of views) expect(shortTitles[id].length).toBeLessThanOrEqual(viewTitles[id].length);
	expect(new Set(Object.values(shortTitles)).size).toBe(views.length);
});

test('the files of a container are no place to go to by themselves', () => {
	expect(views.filter(id => !isOwnView(id))).toEqual(['files']);
});
