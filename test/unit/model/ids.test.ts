import {expect, test} from 'vitest';
import {hostId, localHost, refKey, shortId} from '../../../source/model/ids.ts';

test('the same id on two hosts is two containers', () => {
	const id = 'e14a6d54140241abebad7afcc4cdfa40ebbfee127cfa8551df553db3246f6c72';
	expect(refKey({hostId: localHost, id})).toBe(`local/${id}`);
	expect(refKey({hostId: hostId('far'), id})).not.toBe(refKey({hostId: localHost, id}));
});

test('the short id is the one of `docker ps`', () => {
	expect(shortId('e14a6d54140241abebad7afc')).toBe('e14a6d541402');
	expect(shortId('abc')).toBe('abc');
});
