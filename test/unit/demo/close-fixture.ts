/**
 * Run as a program of its own: starts an engine, uses it in every way that keeps something open,
 * closes it, and then has to end by itself because nothing is left that keeps a process alive.
 */
import {once} from 'node:events';
import {request} from 'node:http';
import type {ListenError} from '../../../source/demo/listen.ts';
import {startDemoEngine} from '../../../source/demo/start.ts';

const [socketPath = ''] = process.argv.slice(2);
const engine = await startDemoEngine({listen: `unix://${socketPath}`, containers: 50});

const openings = [
	['GET', '/events', ''],
	['GET', '/containers/shop-api-1/stats', ''],
	['GET', '/containers/shop-api-1/logs?stdout=1&follow=1', ''],
	['POST', '/containers/shop-worker-1/stop', ''],
	['POST', '/containers/shop-api-1/wait', ''],
] as const;
const broken = openings.map(([method, path]) => {
	const sent = request({socketPath, method, path});
	sent.on('response', response => response.on('error', () => undefined).resume());
	sent.on('error', () => undefined);
	sent.end();
	return new Promise(resolve => {
		sent.on('close', resolve);
	});
});
const ping = request({socketPath, path: '/_ping'}).end();
await once(ping, 'response');
await engine.close();
await Promise.all(broken);

await startDemoEngine({listen: 'unix:///nowhere/at/all.sock'}).catch((error: ListenError) => {
	process.stdout.write(`${error.name}\n`);
});
