import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {interfacesWithDevice} from '../../../../source/engine/host/linux-samples.ts';

test('only interfaces with a device behind them are told, and none where the folder is hidden', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'dockmon-net-'));
	onTestFinished(() => rm(folder, {recursive: true}));
	for (const path of ['eno1/device', 'wlan0/device', 'bond0', 'lo', 'veth38a3058']) {
		await mkdir(join(folder, path), {recursive: true});
	}
	expect(await interfacesWithDevice(folder)).toEqual(new Set(['eno1', 'wlan0']));
	expect(await interfacesWithDevice(join(folder, 'nothing'))).toEqual(new Set());
});
