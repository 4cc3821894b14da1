import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import {keyOf, startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {scenes} from '../../helpers/view-states.ts';

const ready = scenes.ready();

describe('facts of a container', () => {
	test('what it is and how it was set up', () => {
		const drawn = drawArea(ready, 'detail', 200, 60);
		for (const fact of [
			'● running 3h12m  ✓ healthy',
			'image registry.example/shop/api:1.8.2',
			'pid 4711  restarts 0',
			'policy unless-stopped',
			'cmd   gunicorn app:api -w 4 -k uvicorn.workers.UvicornWorker -b :8000',
			'limit cpu 1.0  mem 1.0G  pids 512',
			'user  root  workdir /  log json-file',
			'ports 8001→8000',
			'nets  shop_front 172.20.0.4  shop_back',
			'mount shop_uploads → /data',
			'mount /etc/ssl → /etc/ssl (ro)',
		]) {
			expect(drawn.text).toContain(fact);
		}
	});

	test('stands in two columns where there is room, labels below one another', () => {
		const drawn = drawArea(ready, 'detail', 200, 60);
		expect(drawn.textWith('pid 4711')).toMatch(/│id {4}\w{12} .* {3}ports 8001/);
		const labels = drawn.texts.slice(2, -1).map(text => text.slice(1, 7));
		for (const label of labels) expect(label).toMatch(/^([a-z]+ +| +)$/);
	});

	test('what its probe says and for how long', () => {
		const drawn = drawArea(scenes.unhealthy(), 'detail', 120, 40);
		expect(drawn.text).toContain('✗ unhealthy  4 fails in a row');
		expect(drawn.text).toContain('exit 1 smtp mx1.example: connection');
		expect(drawn.tokenOf('exit 1 smtp')).toBe('err');
	});

	test('why it ended, in words', () => {
		const drawn = drawArea(scenes.stopped(), 'detail', 120, 40);
		expect(drawn.text).toContain('✗ exited 5m ago');
		expect(drawn.text).toContain('exit code 137: out of memory');
		expect(drawn.tokenOf('exit code 137')).toBe('err');
	});

	test('no health check is not healthy', () => {
		const drawn = drawArea(scenes.ready().select('fresh'), 'detail', 120, 40);
		expect(drawn.text).toContain('no health check');
		expect(drawn.text).not.toContain('✓');
	});

	test('before the inspect only what the list tells, and dashes', () => {
		const bare = scenes.empty().do({
			type: 'containers/listed',
			containers: [...ready.state.containers.byKey.values()].map(({details: _, ...rest}) => rest),
			atMillis: startMillis,
		});
		const drawn = drawArea(bare.select('shop-api-1'), 'detail', 120, 40);
		expect(drawn.text).toContain('● running –');
		expect(drawn.text).toContain('restarts –');
		expect(drawn.text).not.toContain('limit');
	});

	test('long ones go on in the next line, very long ones end with a sign', () => {
		const narrow = drawArea(ready, 'detail', 100, 40);
		expect(narrow.text).toMatch(/cmd {3}gunicorn app:api -w 4 -k +│\n│ {6}uvicorn\.workers/);
		const script = scenes.ready();
		const [container] = [...script.state.containers.byKey.values()];
		if (container === undefined) throw new Error('no container');
		const command = `sh -c '${'echo a line of a script; '.repeat(50)}'`;
		script.do({
			type: 'containers/listed',
			containers: [{...container, command}],
			atMillis: startMillis,
		});
		const drawn = drawArea(script.select(container.name), 'detail', 120, 40);
		expect(drawn.texts.filter(text => text.includes('echo'))).toHaveLength(3);
		expect(drawn.text).toMatch(/… *│/);
	});

	test('what has no room is counted', () => {
		expect(drawArea(ready, 'detail', 100, 30).texts.at(-1)).toMatch(/╴\d+ more in Overview╶─╯$/);
		expect(drawArea(ready, 'detail', 200, 60).texts.at(-1)).not.toContain('more');
	});

	test('hostile text stays inside the frame', () => {
		const drawn = drawArea(scenes.hostile(), 'detail', 120, 40);
		for (const line of drawn.lines) expect(lineWidth(line)).toBe(drawn.width);
		for (const text of drawn.texts.slice(1, -1)) expect(text).toMatch(/^│.*│$/);
		expect(drawn.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	});
});

describe('a heading', () => {
	test('lists its containers with their figures', () => {
		const drawn = drawArea(scenes.heading(), 'detail', 120, 40);
		expect(drawn.text).toContain('project shop  5 of 5 running');
		expect(drawn.text).toMatch(/● ✓ shop-api-1 +62\.1% {2}412M│/);
		expect(drawn.text).toMatch(/● ✗ shop-mailer-1 +0\.2% {3}44M│/);
		const service = drawArea(scenes.service(), 'detail', 120, 40);
		expect(service.text).toContain('service shop/api  2 of 2 running');
	});

	test('has no figures for what is not measured', () => {
		const drawn = drawArea(scenes.ready().select('project:billing'), 'detail', 120, 40);
		expect(drawn.text).toMatch(/↻ · billing-cron-1 +– +–│/);
	});

	test('adds up the charts, and the limits when all have one', () => {
		expect(drawArea(scenes.heading(), 'cpu', 120, 40).texts[0]).toMatch(
			/^╭─ project shop cpu ─+ 86\.8% no limit ─╮$/,
		);
		expect(drawArea(scenes.service(), 'cpu', 120, 40).texts[0]).toMatch(
			/^╭─ service shop\/api cpu ─+ 83\.5% of 200% ─╮$/,
		);
		expect(drawArea(scenes.service(), 'memory', 200, 60).texts[0]).toMatch(/1\.0G of 2\.0G/);
	});
});

describe('charts of the selection', () => {
	test.each([
		['cpu', /shop\/api-1 cpu ─+ 62\.1% of 100% ─╮/],
		['memory', /mem ─+ 412M of 1\.0G {2}cache 88M ─╮/],
		['network', /net ─+ ⇣ 400K\/s {2}⇡ 1\.0M\/s ─╮/],
		['disk', /block io ─+ r 0B\/s {2}w 12K\/s ─╮/],
	] as const)('%s', (area, title) => {
		const drawn = drawArea(ready, area, 200, 60);
		expect(drawn.texts[0]).toMatch(title);
		expect(drawn.text).toMatch(/[⠁-⣿]/);
	});

	test.each(['cpu', 'memory', 'network', 'disk'] as const)(
		'%s of what does not run is a dash and no curve',
		area => {
			const drawn = drawArea(scenes.stopped(), area, 200, 60);
			expect(drawn.texts[0]).toMatch(/–/);
			expect(drawn.texts[0]).not.toMatch(/\d/);
			expect(drawn.text).not.toMatch(/[⠁-⣿]/);
		},
	);

	test('memory of which the page cache is not told says that it is with it', () => {
		const key = keyOf('shop-api-1');
		const scene = scenes.ready();
		const usage = scene.state.usages.get(key);
		if (!usage) throw new Error('no usage');
		const {memoryCacheBytes: _untold, ...sample} = usage.sample;
		scene.do({type: 'stats/sampled', usages: [[key, {...usage, sample}]]});
		const drawn = drawArea(scene, 'memory', 200, 60);
		expect(drawn.texts[0]).toMatch(/412M of 1\.0G {2}with cache ─╮/);
	});

	test('near its limit a figure is red', () => {
		const ledger = scenes.ready().select('billing-ledger-1');
		const drawn = drawArea(ledger, 'memory', 200, 60);
		expect(drawn.text).toContain('287M of 300M');
		expect(drawn.tokenOf('287M')).toBe('err');
		expect(drawArea(ready, 'memory', 200, 60).tokenOf('412M')).toBeUndefined();
	});

	test('frozen figures stand still', () => {
		const scene = scenes.frozen();
		const before = drawArea(scene, 'cpu', 120, 40).text;
		scene.wait(60_000).do({
			type: 'stats/sampled',
			usages: [
				[
					keyOf('shop-api-1'),
					{
						atMillis: startMillis + 60_000,
						intervalMillis: 1000,
						cpuPercent: 1,
						sample: {
							ref: ready.state.containers.byKey.get(keyOf('shop-api-1'))?.ref ?? {
								hostId: 'x' as never,
								id: '',
							},
							origin: 'cgroup',
							readAtNanos: 0n,
						},
					},
				],
			],
		});
		expect(drawArea(scene, 'cpu', 120, 40).text).toBe(before);
	});
});

test('of a project its containers stand by name, whatever the list is sorted by', () => {
	const namesOf = (scene: typeof ready): readonly string[] =>
		drawArea(scene, 'detail', 120, 40).texts.flatMap(
			text => /[●○✗↻‖] . (\S+)/.exec(text)?.[1] ?? [],
		);
	const byCpu = scenes.heading();
	const byName = scenes.heading();
	byName.do({
		type: 'list/sorted',
		sort: {field: 'name', descending: true},
		atMillis: startMillis,
	});
	const names = namesOf(byCpu);
	expect(names.length).toBeGreaterThan(2);
	expect(names).toEqual(names.toSorted());
	expect(namesOf(byName)).toEqual(names);
});
