import {describe, expect, test} from 'vitest';
import {
	hashOf,
	isPlainPath,
	isProjectName,
	isServiceName,
	madeBy,
	namedPlace,
} from '../../../../source/model/compose/labels.ts';
import {composed, hashed, hostile} from '../../../helpers/compose.ts';

const prefix = 'com.docker.compose.project';

test('files of Compose 1 stand as they were typed, from the directory on', () => {
	expect(namedPlace([composed('api')])).toEqual({
		...{directory: '/srv/shop', files: ['/srv/shop/docker-compose.yml'], envFiles: []},
	});
});

test('several files, and those of values, as Compose 2 names them', () => {
	const labels = {
		[`${prefix}.config_files`]: '/srv/a.yml,/srv/b.yml',
		[`${prefix}.environment_file`]: '/srv/values.env',
	};
	expect(namedPlace([composed('api', labels)])).toEqual({
		...{directory: '/srv/shop', files: ['/srv/a.yml', '/srv/b.yml'], envFiles: ['/srv/values.env']},
	});
});

test('the newest container knows best', () => {
	const old = composed('api', {[`${prefix}.config_files`]: 'old.yml'}, {createdAtMillis: 1});
	const late = composed('db', {[`${prefix}.config_files`]: 'new.yml'}, {createdAtMillis: 2});
	expect(namedPlace([old, late])).toMatchObject({files: ['/srv/shop/new.yml']});
});

test.each([
	[{[`${prefix}.config_files`]: ''}, 'its containers do not say where its files are'],
	[{[`${prefix}.working_dir`]: ''}, 'its containers do not say where its files are'],
	[{[`${prefix}.working_dir`]: 'srv/shop'}, 'its containers name an odd directory'],
	[{[`${prefix}.working_dir`]: '/srv\n/shop'}, 'its containers name an odd directory'],
	[{[`${prefix}.config_files`]: '-'}, 'its file was piped in and is not kept anywhere'],
	[{[`${prefix}.config_files`]: 'a\u001b[2J.yml'}, 'its containers name an odd file'],
])('%j is refused in words', (labels, problem) => {
	expect(namedPlace([composed('api', labels)])).toEqual({problem});
});

test('what Compose left on a container', () => {
	expect(hashOf(composed('api', hashed('ab12')))).toBe('ab12');
	expect(hashOf(composed('api'))).toBeUndefined();
	expect(madeBy(composed('api'))).toBe('1.29.2');
});

describe('names', () => {
	test.each(['shop', 'shop_2', 'a-b', '0'])('%s is one of a project', name => {
		expect(isProjectName(name)).toBe(true);
	});

	test.each(['api', 'Api_1', 'a.b-c'])('%s is one of a service', name => {
		expect(isServiceName(name)).toBe(true);
	});

	test.each(hostile)('%j is none', name => {
		expect(isProjectName(name)).toBe(false);
		expect(isServiceName(name)).toBe(false);
	});

	test('a line feed at its end makes a name another one', () => {
		expect([isProjectName('shop\n'), isServiceName('api\n')]).toEqual([false, false]);
	});
});

test('a path may hold anything that can be seen', () => {
	expect(['/a b', '/$(x)', '/ü'].every(isPlainPath)).toBe(true);
	expect(['', '/a\0', '/a\nb', '/\u007f'].some(isPlainPath)).toBe(false);
});
