import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {json} from 'node:stream/consumers';

export interface StoppedWorld {
	readonly url: string;
	stop(): Promise<void>;
}

/** A demo engine in a process of its own, all of whose containers have been stopped. */
export const startStoppedWorld = async (
	cli: string,
	signal: AbortSignal,
): Promise<StoppedWorld> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-stopped-'));
	const socketPath = path.join(folder, 'docker.sock');
	const url = `unix://${socketPath}`;
	const engine: ChildProcess = spawn(process.execPath, [cli, 'demo-engine', '--listen', url], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const stop = async (): Promise<void> => {
		engine.kill('SIGTERM');
		rmSync(folder, {recursive: true, force: true});
	};
	const ask = async (method: string, at: string): Promise<unknown> => {
		const asked = request({socketPath, method, path: at}).end();
		const [answer] = await once(asked, 'response', {signal});
		return await json(answer).catch(() => undefined);
	};
	if (engine.stdout) await once(engine.stdout, 'data', {signal});
	const listed = (await ask('GET', '/containers/json')) as readonly {readonly Id: string}[];
	for (const {Id: id} of listed) {
		await ask('POST', `/containers/${id}/unpause`);
		await ask('POST', `/containers/${id}/stop?t=0`);
	}
	return {url, stop};
};
