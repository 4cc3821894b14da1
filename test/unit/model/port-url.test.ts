import {expect, test} from 'vitest';
import type {Port} from '../../../source/model/container.ts';
import {portUrls} from '../../../source/model/port-url.ts';

const published = (privatePort: number, publicPort: number, ip = '0.0.0.0'): Port => ({
	...{privatePort, publicPort, ip, protocol: 'tcp'},
});

const here = 'unix:///var/run/docker.sock';

test.each([
	[published(80, 8080), here, 'http://127.0.0.1:8080/'],
	[published(443, 8443), here, 'https://127.0.0.1:8443/'],
	[published(80, 8080, '::'), here, 'http://127.0.0.1:8080/'],
	[published(80, 8080, '192.168.1.5'), here, 'http://192.168.1.5:8080/'],
	[published(80, 8080, 'fe80::1'), here, 'http://[fe80::1]:8080/'],
	[published(80, 8080), 'tcp://web-1:2376', 'http://web-1:8080/'],
	[published(80, 8080), 'ssh://ann@web-1:22', 'http://web-1:8080/'],
	[published(80, 8080), 'tcp://[2001:db8::1]:2375', 'http://[2001:db8::1]:8080/'],
	[published(80, 8080), 'tcp://127.0.0.1:2375', 'http://127.0.0.1:8080/'],
	[published(80, 8080, '$(touch x)'), here, 'http://127.0.0.1:8080/'],
])('%j at %s is %s', (port, endpoint, url) => {
	expect(portUrls({ports: [port]}, endpoint)).toEqual([{port, publicPort: port.publicPort, url}]);
});

test('each port once, and only what a browser may speak to', () => {
	const ports: readonly Port[] = [
		published(80, 8080, '::'),
		published(80, 8080),
		published(9000, 1000),
		{privatePort: 53, publicPort: 53, protocol: 'udp'},
		{privatePort: 5432, protocol: 'tcp'},
	];
	expect(portUrls({ports}, here).map(({publicPort}) => publicPort)).toEqual([1000, 8080]);
});

test('what listens on the loopback of another machine says so', () => {
	const [found] = portUrls({ports: [published(80, 8080, '127.0.0.1')]}, 'ssh://web-1');
	expect(found?.problem).toMatch(/engine's machine/);
});
