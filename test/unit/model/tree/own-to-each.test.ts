import {expect, test} from 'vitest';
import {isOwnToEach} from '../../../../source/model/tree/own-to-each.ts';

test.each([
	'Id',
	'State',
	'Config.Hostname',
	'NetworkSettings.IPAddress',
	'NetworkSettings.GlobalIPv6Address',
	'NetworkSettings.Networks.shop_back.IPAddress',
	'NetworkSettings.Networks["shop-back"].EndpointID',
	'Config.Labels["com.docker.compose.container-number"]',
])('%s differs between any two containers', path => {
	expect(isOwnToEach(path)).toBe(true);
});

test.each([
	'Image',
	'HostConfig.Memory',
	'Config.Env',
	'Config.Labels["com.docker.compose.service"]',
	'NetworkSettings.Networks.shop_back',
	'NetworkSettings.Networks.shop_back.NetworkID',
])('%s says how it was made', path => {
	expect(isOwnToEach(path)).toBe(false);
});
