import {expect, test} from 'vitest';
import {allFolded, allOpen, withFold} from '../../../../source/model/tree/folds.ts';
import {jsonRows, pathsToHits} from '../../../../source/model/tree/json-tree.ts';

const document = {
	Id: 'abc',
	HostConfig: {Memory: 5, Binds: ['a:/a', 'b:/b'], Empty: {}},
	Config: {Labels: {'com.docker.compose.project': 'shop', plain: 'x'}, Env: null},
};

const paths = (folds = allFolded) => jsonRows(document, folds).map(({path}) => path);

test('all folded, only the first level is in sight', () => {
	expect(paths()).toEqual(['Id', 'HostConfig', 'Config']);
});

test('all unfolded, every value has its path as one would write it', () => {
	expect(paths(allOpen)).toEqual([
		'Id',
		'HostConfig',
		'HostConfig.Memory',
		'HostConfig.Binds',
		'HostConfig.Binds[0]',
		'HostConfig.Binds[1]',
		'HostConfig.Empty',
		'Config',
		'Config.Labels',
		'Config.Labels["com.docker.compose.project"]',
		'Config.Labels.plain',
		'Config.Env',
	]);
});

test('one unfolded, and within it one', () => {
	const folds = withFold(withFold(allFolded, 'HostConfig', false), 'HostConfig.Binds', false);
	const rows = jsonRows(document, folds);
	expect(rows.map(({key, depth, size, isOpen}) => [key, depth, size, isOpen])).toEqual([
		['Id', 0, 0, false],
		['HostConfig', 0, 3, true],
		['Memory', 1, 0, false],
		['Binds', 1, 2, true],
		['0', 2, 0, false],
		['1', 2, 0, false],
		['Empty', 1, 0, false],
		['Config', 0, 2, false],
	]);
});

test('what is folded away keeps how it is folded within', () => {
	const within = withFold(withFold(allFolded, 'HostConfig', false), 'HostConfig.Binds', false);
	const shut = withFold(within, 'HostConfig', true);
	expect(paths(shut)).toEqual(['Id', 'HostConfig', 'Config']);
	expect(paths(withFold(shut, 'HostConfig', false))).toEqual(paths(within));
});

test('what is looked for unfolds the way to it, and nothing else', () => {
	const opened = pathsToHits(document, ({value}) => value === 'shop');
	expect([...opened]).toEqual(['Config.Labels', 'Config']);
	const found = {...allFolded, opened};
	expect(paths(found)).toContain('Config.Labels["com.docker.compose.project"]');
	expect(paths(found)).not.toContain('HostConfig.Memory');
	expect(paths(withFold(found, 'Config', true))).toEqual(['Id', 'HostConfig', 'Config']);
});

test('a hit in a heading unfolds only what is around it', () => {
	expect([...pathsToHits(document, ({key}) => key === 'Binds')]).toEqual(['HostConfig']);
});

test('what is no object has no lines', () => {
	expect(jsonRows('text', allOpen)).toEqual([]);
	expect(jsonRows([1], allOpen)).toMatchObject([{path: '[0]', key: '0', value: 1}]);
});
