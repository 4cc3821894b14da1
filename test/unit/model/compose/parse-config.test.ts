import {expect, test} from 'vitest';
import {hashesOf, servicesOf, volumesOf} from '../../../../source/model/compose/parse-config.ts';

test('what Compose 1 prints', () => {
	const config = {
		services: {
			api: {
				image: 'api:1',
				build: {context: '/srv/api'},
				depends_on: {cache: {condition: 'service_healthy'}},
				ports: ['127.0.0.1:8080:80/tcp'],
				scale: 2,
			},
			sick: {image: 'x', profiles: ['broken']},
		},
		version: '3.9',
	};
	expect(servicesOf(config)).toEqual([
		{
			...{name: 'api', wanted: 2, image: 'api:1', hasBuild: true, profiles: []},
			waits: [{service: 'cache', condition: 'service_healthy'}],
			ports: ['127.0.0.1:8080:80/tcp'],
		},
		{
			...{name: 'sick', wanted: 1, image: 'x', hasBuild: false, waits: [], ports: []},
			profiles: ['broken'],
		},
	]);
});

test('what Compose 2 prints', () => {
	const config = {
		name: 'shop',
		services: {
			api: {
				deploy: {replicas: 0},
				depends_on: ['cache'],
				ports: [
					{mode: 'ingress', target: 80, published: '8080', protocol: 'tcp'},
					{target: 53, protocol: 'udp'},
				],
			},
		},
	};
	expect(servicesOf(config)).toEqual([
		{
			...{name: 'api', wanted: 0, hasBuild: false, profiles: []},
			waits: [{service: 'cache', condition: 'service_started'}],
			ports: ['8080:80', '53/udp'],
		},
	]);
});

test.each([undefined, null, 7, 'text', [], {services: []}, {services: {a: null}}, {services: 4}])(
	'%j makes no trouble',
	config => {
		expect(servicesOf(config).every(({wanted}) => wanted === 1)).toBe(true);
	},
);

test('hashes are a name and hexadecimal digits; all other lines are something else', () => {
	const hash = '5b9a45e1b82a6cd441191c8ffb6c9edcc5b93e969c8f160edf6ce49c725f181b';
	expect([...hashesOf([`api ${hash}`, 'WARNING: no', '', 'a b c', `x ${hash} y`])]).toEqual([
		['api', hash],
	]);
});

test('volumes by the names they have on the engine, without external ones', () => {
	const volumes = {
		data: {},
		cache: null,
		mine: {name: 'own', external: false},
		...{archive: {external: true, name: 'archive'}, old: {external: {name: 'x'}}},
	};
	const names = (project: string, isLegacy: boolean) =>
		volumesOf({volumes}, {project, isLegacy}).map(({name}) => name);
	expect(names('my-shop', false)).toEqual(['my-shop_data', 'my-shop_cache', 'own']);
	expect(names('shop', true)).toEqual(['shop_data', 'shop_cache', 'own']);
	const legacy = ['my-shop_data', 'myshop_data', 'my-shop_cache', 'myshop_cache', 'own'];
	expect(names('my-shop', true)).toEqual(legacy);
	expect(volumesOf({volumes: 'odd'}, {project: 'shop', isLegacy: true})).toEqual([]);
});

test('volumes that only services with profiles use: Compose 1 deletes them all the same', () => {
	const mount = (source: string, type = 'volume') => ({type, source, target: '/data'});
	const config = {
		services: {
			web: {volumes: [mount('both'), mount('lone', 'bind')]},
			tool: {profiles: ['tools', 'ops'], volumes: [mount('both'), mount('lone')]},
			old: {profiles: ['tools'], volumes: [mount('lone')]},
		},
		volumes: {both: {name: 'shop_both'}, lone: {name: 'shop_lone'}, idle: {name: 'shop_idle'}},
	};
	expect(volumesOf(config, {project: 'shop', isLegacy: false})).toEqual([
		{name: 'shop_both'},
		{name: 'shop_lone', profiles: ['tools', 'ops']},
		{name: 'shop_idle'},
	]);
	expect(volumesOf(config, {project: 'shop', isLegacy: true})).toEqual(
		['shop_both', 'shop_lone', 'shop_idle'].map(name => ({name})),
	);
});
