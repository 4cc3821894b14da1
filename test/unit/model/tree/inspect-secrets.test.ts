import {expect, test} from 'vitest';
import {cover} from '../../../../source/model/secrets.ts';
import {allOpen} from '../../../../source/model/tree/folds.ts';
import {coverSecrets, showAll} from '../../../../source/model/tree/inspect-secrets.ts';
import {jsonRows} from '../../../../source/model/tree/json-tree.ts';

const document = {
	Args: ['redis-server', '--requirepass', 'hunter2', '--port', '6379'],
	Config: {
		Env: ['API_TOKEN=abcdef', 'LANG=C', 'DATABASE_URL=postgres://shop:hunter3@db/shop'],
		Cmd: ['redis-server', '--requirepass', 'hunter2'],
		Labels: {'vendor.token': 'hunter4', plain: 'visible'},
		Password: 'by name of the engine',
	},
	HostConfig: {LogConfig: {Config: {'splunk-token': 'hunter5', tag: 'web'}}},
	NetworkSettings: {SandboxKey: '/var/run/docker/netns/1', Count: 5},
};

const shown = () => {
	const show = coverSecrets([document]);
	return Object.fromEntries(
		jsonRows(document, allOpen).map(({path, key, value}) => [path, show(path, key, value)]),
	);
};

test('no secret is shown', () => {
	expect(JSON.stringify(shown())).not.toMatch(/hunter\d|abcdef/);
});

test('all else is', () => {
	expect(shown()).toMatchObject({
		'Args[1]': '--requirepass',
		'Args[2]': cover,
		'Args[4]': '6379',
		'Config.Env[0]': `API_TOKEN=${cover}`,
		'Config.Env[1]': 'LANG=C',
		'Config.Labels["vendor.token"]': cover,
		'Config.Labels.plain': 'visible',
		'HostConfig.LogConfig.Config.tag': 'web',
		'NetworkSettings.SandboxKey': '/var/run/docker/netns/1',
		'NetworkSettings.Count': '5',
	});
});

test('of a variable in a comparison the name is the key', () => {
	const show = coverSecrets([document]);
	expect(show('Config.Env[API_TOKEN]', 'API_TOKEN', 'API_TOKEN=x')).toBe(`API_TOKEN=${cover}`);
});

test('in the open all is as it is', () => {
	expect(showAll('Config.Env[0]', '0', 'API_TOKEN=abcdef')).toBe('API_TOKEN=abcdef');
});
