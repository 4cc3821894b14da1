import {expect, test} from 'vitest';
import {parsePattern} from '../../../../../source/model/logs/log-pattern.ts';
import {aLine, keyOf, ofProject, startMillis} from '../../../../helpers/builders.ts';
import {drawArea} from '../../../../helpers/drawn-area.ts';
import {Scene, scenes} from '../../../../helpers/view-states.ts';

test('no line stands under a name that the selection has moved to, not even for a moment', () => {
	const scene = scenes.ready().do({type: 'selection/moved', row: keyOf('shop-mailer-1'), index: 0});
	const drawn = drawArea(scene, 'bottom', 80, 24);
	expect(drawn.texts[0]).toMatch(/shop\/mailer .* ⋯ ─$/);
	expect(drawn.texts.slice(1)).toEqual(['  ⋯ asking the engine']);
});

test('a failure of the log before is not said of the next', () => {
	const scene = scenes
		.logsFailed()
		.do({type: 'selection/moved', row: keyOf('shop-mailer-1'), index: 0});
	expect(drawArea(scene, 'bottom', 80, 24).tokenOf('asking')).toBe('muted');
});

/** The merged log of a project in which each of these services has said its name. */
const merged = (...services: ReadonlyArray<readonly [service: string, number: number]>): Scene => {
	const scene = new Scene().do({
		type: 'containers/listed',
		containers: services.map(([service, number]) => ofProject('p', service, {}, number)),
		atMillis: startMillis,
	});
	const lines = services.map(
		([service, number]) =>
			[`p-${service}-${number}`, aLine(`by ${service} ${number}`, startMillis)] as const,
	);
	return scene.select('project:p').say(...lines);
};

const linesOf = (scene: Scene, columns: number): readonly string[] =>
	drawArea(scene, 'bottom', columns, 24).texts.slice(1);

test('the names of a merged log get as much room as the longest needs', () => {
	expect(linesOf(merged(['db', 1], ['notifications', 1]), 120)).toEqual([
		' 10:00:00.000 db            by db 1',
		' 10:00:00.000 notifications by notifications 1',
	]);
});

test('and a share of a narrow screen at most, in which replicas can still be told apart', () => {
	expect(linesOf(merged(['notifications', 1], ['notifications', 12]), 60)).toEqual([
		' 10:00:00 notificat…-1 by notifications 1',
		' 10:00:00 notifica…-12 by notifications 12',
	]);
});

test('a log that is hidden tells the keys that show it again, where they do', () => {
	const scene = merged(['db', 1]).do({
		...{type: 'logs/queried', query: {keep: [parsePattern('nowhere')]}},
	});
	const told = () => linesOf(scene, 80)[0];
	expect(told()).toBe('  the only entry is hidden by: & nowhere (Tab, then F)');
	scene.do({type: 'frame/focused', pane: 'logs'});
	expect(told()).toBe('  the only entry is hidden by: & nowhere (Esc or F)');
	// Escape takes the search away first.
	scene.do({type: 'logs/searched', search: parsePattern('db')});
	expect(told()).toBe('  the only entry is hidden by: & nowhere (F)');
	scene.open({kind: 'search', text: '', before: {}});
	expect(told()).toBe('  the only entry is hidden by: & nowhere');
});

/** The log of one container in the full screen, in which so many lines were said. */
const full = (lines: number): Scene => {
	const scene = scenes.ready();
	scene.logs.limit({sourceLines: 20});
	scene.logs.clear();
	return say(scene, lines).do(
		...([
			{type: 'frame/focused', pane: 'logs'},
			{type: 'frame/zoomed', zoomed: true},
		] as const),
	);
};

const say = (scene: Scene, lines: number): Scene =>
	scene.say(
		...Array.from(
			{length: lines},
			(_, index) => ['shop-api-1', aLine(`line ${index + 1}`, startMillis)] as const,
		),
	);

test('tells that more may have come to a held log than is kept', () => {
	const scene = full(10);
	const {lastSeq} = scene.logs;
	scene.do({type: 'logs/held', held: {seq: lastSeq - 1, row: 5, newestSeq: lastSeq}});
	say(scene, 5);
	expect(drawArea(scene, 'bottom', 80, 24).texts[0]).toMatch(/‖ HELD {2}\+5 new \(End\)$/);
	say(scene, 100);
	expect(drawArea(scene, 'bottom', 80, 24).texts[0]).toMatch(
		/‖ HELD {2}\+\d+ or more new \(End\)$/,
	);
});

test('counts the marks that can be gone to', () => {
	const scene = full(10);
	const {lastSeq} = scene.logs;
	const foot = () => drawArea(scene, 'bottom', 80, 24).texts.at(-1);
	scene.do({type: 'logs/marked', seq: lastSeq}, {type: 'logs/marked', seq: lastSeq - 3});
	expect(foot()).toMatch(/◆ 2 marked$/);
	scene.do({type: 'logs/queried', query: {exclude: [parsePattern('line 10')]}});
	expect(foot()).toMatch(/◆ 1 marked$/);
});

test('a note about all sources is under no name', () => {
	const scene = merged(['db', 1], ['mailer', 1]);
	const note = {kind: 'gap', atMillis: startMillis, reason: 'following 20 of 31'} as const;
	scene.logs.append([{source: undefined, line: note}]);
	expect(linesOf(scene, 60).at(-1)).toBe(' 10:00:00        ── following 20 of 31 ──');
});
