import {expect, test} from 'vitest';
import type {ContainerSetup} from '../../../../source/model/setup.ts';
import {aSetup, keyOf, startMillis} from '../../../helpers/builders.ts';
import {type Drawn, drawArea} from '../../../helpers/drawn-area.ts';
import {scenes} from '../../../helpers/view-states.ts';

const draw = (change: Partial<ContainerSetup>, columns = 100): Drawn =>
	drawArea(
		scenes.ready().do(
			{type: 'frame/tab-chosen', tab: 'network'},
			{
				...{type: 'detail/loaded', key: keyOf('shop-api-1'), kind: 'setup', atMillis: startMillis},
				value: aSetup(change),
			},
		),
		'bottom',
		columns,
		60,
	);

test('addresses, aliases and who else is there', () => {
	const drawn = draw({
		networks: [
			{
				...{name: 'shop_front', address: '172.20.0.4/16', gateway: '172.20.0.1'},
				...{macAddress: '02:42:ac:14:00:04', aliases: ['api', 'shop-api-1']},
			},
			{name: 'empty', aliases: []},
		],
		ports: [
			{inside: '8000/tcp', outside: ['0.0.0.0:8001', '[::]:8001']},
			{inside: '9000/udp', outside: []},
		],
	});
	expect(drawn.texts.slice(1, 7)).toEqual([
		' shop_front  172.20.0.4/16  gateway 172.20.0.1  mac 02:42:ac:14:00:04',
		'   aliases  api, shop-api-1',
		'   peers    ● shop/api-2 172.20.0.4',
		' empty  –',
		'   peers    nobody else is up in it',
		' ports      0.0.0.0:8001 → 8000/tcp  [::]:8001 → 8000/tcp  9000/udp exposed, not published',
	]);
});

test.each([
	['host', 'It uses the network of the machine.'],
	['none', 'It has no network: --network none.'],
	[`container:${keyOf('shop-web-1').split('/')[1]}`, 'It uses the network of shop/web.'],
	['container:0123456789abcdef', 'It uses the network of 0123456789ab.'],
])('the network of %s', (networkMode, sentence) => {
	const drawn = draw({networkMode, networks: [{name: networkMode, aliases: []}]});
	expect(drawn.text).toContain(sentence);
	if (networkMode === 'none') expect(drawn.text).not.toContain('peers');
});
